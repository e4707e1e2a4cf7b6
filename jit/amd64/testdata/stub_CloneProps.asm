func CloneProps
b0:
	v6:rdi, v7:rsi = params
	v8 = mov.movzxb.3 v7 +4
	br.cmp.3 cond=4 v8:any #0x18 ->b2 ->b33
b33: <-b0
	jump ->b1
b2: <-b0
	br.cmp.3 cond=4 v7 +16 ->b3 ->b34
b34: <-b2
	jump ->b1
b3: <-b2
	v10 = mov.movzxb.3 v6 +5
	v11:same1 = and.3 v10 #0x11
	br.test.3 cond=4 v11:any v11:any ->b4 ->b35
b35: <-b3
	jump ->b1
b4: <-b3
	br.cmp.3 cond=4 v6 +12 ->b5 ->b36
b36: <-b4
	jump ->b1
b5: <-b4
	v12 = mov.mov.3 v7 +8
	v13 = mov.mov.3 v6 +8
	v14 = mov.movzxw.3 v12 +20
	v15:same1 = and.3 v14 #0x1
	br.test.3 cond=4 v15:any v15:any ->b6 ->b37
b37: <-b5
	jump ->b1
b6: <-b5
	br.cmp.3 cond=4 v13 +16 ->b7 ->b38
b38: <-b6
	jump ->b1
b7: <-b6
	v16 = mov.mov.3 v13 +8
	br.cmp.3 cond=4 v12 v16:any +8 ->b8 ->b39
b39: <-b7
	jump ->b1
b8: <-b7
	v17 = mov.mov.3 v13 +44
	br.cmp.3 cond=4 v12 v17:any +44 ->b9 ->b40
b40: <-b8
	jump ->b1
b9: <-b8
	v18 = mov.movzxw.3 v12 +22
	v19 = mov.movzxw.3 v13 +22
	br.cmp.3 cond=4 v18:any v19:any ->b10 ->b41
b41: <-b9
	jump ->b1
b10: <-b9
	v20 = mov.movzxw.3 v12 +20
	v21 = mov.movzxw.3 v13 +20
	br.cmp.3 cond=4 v20:any v21:any ->b11 ->b42
b42: <-b10
	jump ->b1
b11: <-b10
	v22 = mov.mov.3 v12 +16
	br.cmp.3 cond=6 v22:any #0x20 ->b12 ->b43
b43: <-b11
	jump ->b1
b12: <-b11
	v23 = mov.mov.3 v12 +12
	v24 = const #0x0
	jump ->b13(v24)
b13(v1): <-b12 <-b17 depth=1
	br.cmp.3 cond=2 v1:any v22:any ->b15 ->b14
b15: <-b13 depth=1
	v26:same1 = shl.3 v1 *128 #0x4
	v27 = lea.lea.3 v23 v26
	v28 = mov.mov.3 v27 +24
	br.cmp.3 cond=4 v27 *128 +20 #0xfffffffffffd0000 ->b16 ->b44
b16: <-b15 depth=1
	br.cmp.3 cond=4 v28:any #0x7 ->b17 ->b45
b17: <-b16 depth=1
	v29 = lea.lea.3 v1 +1
	jump ->b13(v29)
b45: <-b16
	jump ->b1
b44: <-b15
	jump ->b1
b1: <-b33 <-b34 <-b35 <-b36 <-b37 <-b38 <-b39 <-b40 <-b41 <-b42 <-b43 <-b44 <-b45
	v9 = const #0xffffffff
	ret v9:rax
b14: <-b13
	v25 = mov.movzxw.3 v12 +22
	br.cmp.3 cond=7 v22:any v25:any ->b18 ->b20
b20: <-b14
	jump ->b19
b18: <-b14
	v30:same1 = sub.3 v22 v25:any
	v31 = const #0x3
	jump ->b21(v31)
b21(v2): <-b18 <-b23 depth=1
	br.cmp.3 cond=2 v2:any v30:any ->b23 ->b22
b23: <-b21 depth=1
	v42:same1 = shl.3 v2 *128 #0x1
	v43 = lea.lea.3 v42 +1
	jump ->b21(v43)
b22: <-b21
	v37:same1 = shl.3 v2 *128 #0x3
	v38 = lea.lea.3 v37 +8
	v39:early = allocsize v38:late #0xc exit1:deopt/memory@0
	v40 = mov.mov.3 v7 +12
	v41 = const #0x0
	jump ->b24(v41)
b24(v3): <-b22 <-b26 depth=1
	br.cmp.3 cond=2 v3:any v2:any ->b26 ->b25
b26: <-b24 depth=1
	v45 = lea.lea.3 v39 v3 *3
	storeconst v45 +8 #0xfffa000000000000
	v46 = lea.lea.3 v3 +1
	jump ->b24(v46)
b25: <-b24
	v44 = const #0x0
	jump ->b27(v44)
b27(v4): <-b25 <-b29 depth=1
	br.cmp.3 cond=2 v4:any v30:any ->b29 ->b28
b29: <-b27 depth=1
	v48 = lea.lea.3 v40 v4 *3
	v47 = mov.mov.4 v48 +8
	v49 = lea.lea.3 v39 v4 *3
	store.mov.4 v49 v47 +8
	v50 = lea.lea.3 v4 +1
	jump ->b27(v50)
b28: <-b27
	store.mov.3 v6 v39 +12
	barrier v6 +12
	jump ->b19
b19: <-b20 <-b28
	v32 = mov.mov.3 v12 +44
	v33 = lea.lea.3 v6 v32
	v34 = lea.lea.3 v7 v32
	v35:same1 = minmaxint.3 cond=12 v22 v25
	v36 = const #0x0
	jump ->b30(v36)
b30(v5): <-b19 <-b32 depth=1
	br.cmp.3 cond=2 v5:any v35:any ->b32 ->b31
b32: <-b30 depth=1
	v53 = lea.lea.3 v34 v5 *3
	v52 = mov.mov.4 v53
	v54 = lea.lea.3 v33 v5 *3
	store.mov.4 v54 v52
	barrier v54
	v55 = lea.lea.3 v5 +1
	jump ->b30(v55)
b31: <-b30
	store.mov.3 v6 v12 +8
	barrier v6 +8
	v51 = const #0x0
	ret v51:rax

	sub rsp, 0x30
; 0:0
	mov qword ptr [rsp], rsi
	movzx eax, byte ptr [r15+rsi+0x4]
	cmp eax, 0x18
	jnz L2
	cmp dword ptr [r15+rsi+0x10], 0x0
	jnz L2
	movzx eax, byte ptr [r15+rdi+0x5]
	and eax, 0x11
	test eax, eax
	jnz L2
	cmp dword ptr [r15+rdi+0xc], 0x0
	jnz L2
	mov eax, dword ptr [r15+rsi+0x8]
	mov qword ptr [rsp+0x8], rax
	mov ecx, dword ptr [r15+rdi+0x8]
	movzx edx, word ptr [r15+rax+0x14]
	and edx, 0x1
	test edx, edx
	jnz L2
	cmp dword ptr [r15+rcx+0x10], 0x0
	jnz L2
	mov edx, dword ptr [r15+rcx+0x8]
	cmp dword ptr [r15+rax+0x8], edx
	jnz L2
	mov edx, dword ptr [r15+rcx+0x2c]
	cmp dword ptr [r15+rax+0x2c], edx
	jnz L2
	movzx edx, word ptr [r15+rax+0x16]
	movzx r8d, word ptr [r15+rcx+0x16]
	cmp edx, r8d
	jnz L2
	movzx edx, word ptr [r15+rax+0x14]
	movzx ecx, word ptr [r15+rcx+0x14]
	cmp edx, ecx
	jnz L2
	mov ecx, dword ptr [r15+rax+0x10]
	cmp ecx, 0x20
	jnbe L2
	mov edx, dword ptr [r15+rax+0xc]
	mov qword ptr [rsp+0x10], rcx
	mov r8d, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L1:
	cmp r8d, dword ptr [rsp+0x10]
	jnb L3
	mov rax, r8
	shl eax, 0x4
	lea eax, ptr [rdx+rax]
	mov ecx, dword ptr [r15+rax+0x18]
	cmp dword ptr [r15+rax+0x14], -0x30000
	jnz L2
	cmp ecx, 0x7
	jnz L2
	lea r8d, ptr [r8+0x1]
	jmp L1
L2:
	mov eax, -0x1
	add rsp, 0x30
	ret
L3:
	mov rax, qword ptr [rsp+0x8]
	movzx ecx, word ptr [r15+rax+0x16]
	mov qword ptr [rsp+0x18], rcx
	cmp dword ptr [rsp+0x10], ecx
	jbe L10
	mov rdx, qword ptr [rsp+0x10]
	sub edx, ecx
	mov r8d, 0x3
	nop dword ptr [rax+rax], eax
L4:
	cmp r8d, edx
	jnb L5
	shl r8d, 0x1
	lea r8d, ptr [r8+0x1]
	jmp L4
L5:
	mov qword ptr [rsp+0x20], rdx
	mov rdx, r8
	shl edx, 0x3
	lea edx, ptr [rdx+0x8]
	mov qword ptr [rsp+0x28], r8
	mov r8d, dword ptr [r13+0x48]
	lea r11, ptr [r8+rdx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L13
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+r8], edx
	mov dword ptr [r15+r8+0x4], 0xc
	mov edx, dword ptr [r15+rsi+0xc]
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L6:
	cmp ecx, dword ptr [rsp+0x28]
	jnb L7
	lea esi, ptr [r8+8*rcx]
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rsi+0x8], r11
	lea ecx, ptr [rcx+0x1]
	jmp L6
L7:
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
L8:
	cmp ecx, dword ptr [rsp+0x20]
	jnb L9
	lea esi, ptr [rdx+8*rcx]
	mov rsi, qword ptr [r15+rsi+0x8]
	lea eax, ptr [r8+8*rcx]
	mov qword ptr [r15+rax+0x8], rsi
	lea ecx, ptr [rcx+0x1]
	jmp L8
L9:
	mov dword ptr [r15+rdi+0xc], r8d
	lea r11d, ptr [rdi+0xc]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
L10:
	mov rax, qword ptr [rsp+0x8]
	mov ecx, dword ptr [r15+rax+0x2c]
	lea edx, ptr [rdi+rcx]
	mov rsi, qword ptr [rsp]
	lea ecx, ptr [rsi+rcx]
	mov rsi, qword ptr [rsp+0x18]
	mov r8, qword ptr [rsp+0x10]
	cmp esi, r8d
	cmovl r8d, esi
	mov qword ptr [rsp+0x10], r8
	mov esi, 0x0
	nop dword ptr [rax+rax], eax
L11:
	cmp esi, dword ptr [rsp+0x10]
	jnb L12
	lea r8d, ptr [rcx+8*rsi]
	mov r8, qword ptr [r15+r8]
	lea eax, ptr [rdx+8*rsi]
	mov qword ptr [r15+rax], r8
	lea r11d, ptr [rax]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	lea esi, ptr [rsi+0x1]
	jmp L11
L12:
	mov rax, qword ptr [rsp+0x8]
	mov dword ptr [r15+rdi+0x8], eax
	lea r11d, ptr [rdi+0x8]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov eax, 0x0
	add rsp, 0x30
	ret
L13:
	mov eax, -0x1
	add rsp, 0x30
	ret
