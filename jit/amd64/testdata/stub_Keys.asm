func Keys
b0:
	v8:rdi, v9:rsi = params
	v10 = mov.movzxb.3 v8 +4
	br.cmp.3 cond=5 v10:any #0x18 ->b33 ->b2
b2: <-b0
	br.cmp.3 cond=5 v8 +16 ->b34 ->b3
b3: <-b2
	v12 = mov.mov.3 v8 +8
	v13 = mov.mov.3 v12 +16
	br.cmp.3 cond=7 v13:any #0x40 ->b35 ->b4
b4: <-b3
	v14 = mov.mov.3 v12 +12
	v15 = const #0x0
	jump ->b5(v15, v15)
b5(v1, v2): <-b4 <-b8 <-b11 depth=1
	br.cmp.3 cond=2 v1:any v13:any ->b6 ->b7
b6: <-b5 depth=1
	v16:same1 = shl.3 v1 *128 #0x4
	v17 = lea.lea.3 v14 v16
	v18 = lea.lea.3 v1 +1
	v19 = mov.mov.3 v17 +24
	br.cmp.3 cond=5 v17 *128 +20 #0xfffffffffffd0000 ->b36 ->b9
b9: <-b6 depth=1
	v20:same1 = and.3 v19 #0x2
	br.test.3 cond=4 v20:any v20:any ->b37 ->b10
b10: <-b9 depth=1
	v21:same1 = and.3 v19 #0x8
	br.test.3 cond=5 v21:any v21:any ->b38 ->b11
b11: <-b10 depth=1
	v22 = lea.lea.3 v2 +1
	jump ->b5(v18, v22)
b37: <-b9 depth=1
	jump ->b8
b36: <-b6 depth=1
	jump ->b8
b8: <-b36 <-b37 depth=1
	jump ->b5(v18, v2)
b38: <-b10
	jump ->b1
b7: <-b5
	br.test.3 cond=4 v2:any v2:any ->b12 ->b13
b13: <-b7
	v23:same1 = shl.3 v2 *128 #0x3
	v24 = lea.lea.3 v23 +8
	v25:early = allocsize v24:late #0xd exit1:deopt/memory@0
	br.test.3 cond=4 v9:any v9:any ->b14 ->b15
b15: <-b13
	v27 = mov.movzxw.3 v12 +22
	v28 = mov.mov.3 v12 +44
	v29 = lea.lea.3 v8 v28
	v30 = mov.mov.3 v8 +12
	v31 = const #0x0
	jump ->b23(v31, v31)
b23(v5, v6): <-b15 <-b26 <-b30 depth=1
	br.cmp.3 cond=2 v5:any v13:any ->b24 ->b25
b24: <-b23 depth=1
	v41:same1 = shl.3 v5 *128 #0x4
	v42 = lea.lea.3 v14 v41
	v43 = lea.lea.3 v5 +1
	v44 = mov.mov.3 v42 +24
	br.cmp.3 cond=5 v42 *128 +20 #0xfffffffffffd0000 ->b42 ->b27
b27: <-b24 depth=1
	v45:same1 = and.3 v44 #0x2
	br.test.3 cond=4 v45:any v45:any ->b43 ->b28
b28: <-b27 depth=1
	v46:same1 = and.3 v44 #0x8
	br.test.3 cond=5 v46:any v46:any ->b44 ->b29
b29: <-b28 depth=1
	br.cmp.3 cond=2 v5:any v27:any ->b31 ->b32
b32: <-b29 depth=1
	v51:same1 = sub.3 v5 v27:any
	v53 = lea.lea.3 v30 v51 *3
	v52 = mov.mov.4 v53 +8
	jump ->b30(v52)
b31: <-b29 depth=1
	v50 = lea.lea.3 v29 v5 *3
	v49 = mov.mov.4 v50
	jump ->b30(v49)
b30(v7): <-b31 <-b32 depth=1
	v47 = lea.lea.3 v25 v6 *3
	store.mov.4 v47 v7 +8
	v48 = lea.lea.3 v6 +1
	jump ->b23(v43, v48)
b43: <-b27 depth=1
	jump ->b26
b42: <-b24 depth=1
	jump ->b26
b26: <-b42 <-b43 depth=1
	jump ->b23(v43, v6)
b44: <-b28
	jump ->b1
b25: <-b23
	chargeint v2
	ret v25:rax
b14: <-b13
	v26 = const #0x0
	jump ->b16(v26, v26)
b16(v3, v4): <-b14 <-b19 <-b22 depth=1
	br.cmp.3 cond=2 v3:any v13:any ->b17 ->b18
b17: <-b16 depth=1
	v32:same1 = shl.3 v3 *128 #0x4
	v33 = lea.lea.3 v14 v32
	v34 = lea.lea.3 v3 +1
	v35 = mov.mov.4 v33 +16
	v36 = mov.mov.3 v33 +24
	br.cmp.3 cond=5 v35:any *129 #0xfffffffffffd0000 ->b39 ->b20
b20: <-b17 depth=1
	v37:same1 = and.3 v36 #0x2
	br.test.3 cond=4 v37:any v37:any ->b40 ->b21
b21: <-b20 depth=1
	v38:same1 = and.3 v36 #0x8
	br.test.3 cond=5 v38:any v38:any ->b41 ->b22
b22: <-b21 depth=1
	v39 = lea.lea.3 v25 v4 *3
	store.mov.4 v39 v35 +8
	v40 = lea.lea.3 v4 +1
	jump ->b16(v34, v40)
b40: <-b20 depth=1
	jump ->b19
b39: <-b17 depth=1
	jump ->b19
b19: <-b39 <-b40 depth=1
	jump ->b16(v34, v4)
b41: <-b21
	jump ->b1
b18: <-b16
	chargeint v2
	ret v25:rax
b12: <-b7
	ret v8:rax
b35: <-b3
	jump ->b1
b34: <-b2
	jump ->b1
b33: <-b0
	jump ->b1
b1: <-b33 <-b34 <-b35 <-b38 <-b41 <-b44
	v11 = const #0x0
	ret v11:rax

	sub rsp, 0x38
; 0:0
	movzx eax, byte ptr [r15+rdi+0x4]
	cmp eax, 0x18
	jnz L15
	cmp dword ptr [r15+rdi+0x10], 0x0
	jnz L15
	mov eax, dword ptr [r15+rdi+0x8]
	mov ecx, dword ptr [r15+rax+0x10]
	cmp ecx, 0x40
	jnbe L15
	mov edx, dword ptr [r15+rax+0xc]
	mov qword ptr [rsp+0x8], rax
	mov qword ptr [rsp+0x10], rcx
	mov qword ptr [rsp], rsi
	mov r8d, 0x0
	mov eax, 0x0
L1:
	cmp r8d, dword ptr [rsp+0x10]
	jnb L2
	mov rcx, r8
	shl ecx, 0x4
	lea ecx, ptr [rdx+rcx]
	lea r8d, ptr [r8+0x1]
	mov esi, dword ptr [r15+rcx+0x18]
	cmp dword ptr [r15+rcx+0x14], -0x30000
	jnz L1
	mov rcx, rsi
	and ecx, 0x2
	test ecx, ecx
	jz L1
	and esi, 0x8
	test esi, esi
	jnz L15
	lea eax, ptr [rax+0x1]
	jmp L1
L2:
	test eax, eax
	jz L14
	mov rcx, rax
	shl ecx, 0x3
	lea ecx, ptr [rcx+0x8]
	mov esi, dword ptr [r13+0x48]
	lea r11, ptr [rsi+rcx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L16
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rsi], ecx
	mov dword ptr [r15+rsi+0x4], 0xd
	mov qword ptr [rsp+0x20], rsi
	cmp dword ptr [rsp], 0x0
	jz L10
	mov rcx, qword ptr [rsp+0x8]
	movzx r8d, word ptr [r15+rcx+0x16]
	mov ecx, dword ptr [r15+rcx+0x2c]
	lea ecx, ptr [rdi+rcx]
	mov qword ptr [rsp+0x8], rcx
	mov edi, dword ptr [r15+rdi+0xc]
	mov qword ptr [rsp+0x18], rax
	mov qword ptr [rsp], r8
	mov eax, 0x0
	mov r8d, 0x0
	nop word ptr [rax+rax], ax
	nop
L3:
	cmp eax, dword ptr [rsp+0x10]
	jnb L9
	mov rsi, rax
	shl esi, 0x4
	lea esi, ptr [rdx+rsi]
	mov qword ptr [rsp+0x28], rax
	lea eax, ptr [rax+0x1]
	mov qword ptr [rsp+0x30], rax
	mov eax, dword ptr [r15+rsi+0x18]
	cmp dword ptr [r15+rsi+0x14], -0x30000
	jnz L7
	mov rsi, rax
	and esi, 0x2
	test esi, esi
	jz L6
	and eax, 0x8
	test eax, eax
	jnz L15
	mov r11d, dword ptr [rsp+0x28]
	cmp r11d, dword ptr [rsp]
	jb L4
	mov rax, qword ptr [rsp+0x28]
	sub eax, dword ptr [rsp]
	lea eax, ptr [rdi+8*rax]
	mov rax, qword ptr [r15+rax+0x8]
	jmp L5
L4:
	mov rax, qword ptr [rsp+0x28]
	lea eax, ptr [rcx+8*rax]
	mov rax, qword ptr [r15+rax]
L5:
	mov rsi, qword ptr [rsp+0x20]
	lea ecx, ptr [rsi+8*r8]
	mov qword ptr [r15+rcx+0x8], rax
	lea r8d, ptr [r8+0x1]
	mov rax, qword ptr [rsp+0x30]
	mov rcx, qword ptr [rsp+0x8]
	jmp L3
L6:
	mov rsi, qword ptr [rsp+0x20]
	jmp L8
L7:
	mov rsi, qword ptr [rsp+0x20]
L8:
	mov rax, qword ptr [rsp+0x30]
	mov rcx, qword ptr [rsp+0x8]
	jmp L3
L9:
	mov rsi, qword ptr [rsp+0x20]
	mov rax, qword ptr [rsp+0x18]
	movsxd r11, eax
	sub r12, r11
	mov rax, rsi
	add rsp, 0x38
	ret
L10:
	mov qword ptr [rsp+0x18], rax
	mov ecx, 0x0
	mov edi, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L11:
	cmp ecx, dword ptr [rsp+0x10]
	jnb L13
	mov r8, rcx
	shl r8d, 0x4
	lea r8d, ptr [rdx+r8]
	lea ecx, ptr [rcx+0x1]
	mov qword ptr [rsp], rcx
	mov rax, qword ptr [r15+r8+0x10]
	mov r8d, dword ptr [r15+r8+0x18]
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L12
	mov rcx, r8
	and ecx, 0x2
	test ecx, ecx
	jz L12
	and r8d, 0x8
	test r8d, r8d
	jnz L15
	lea ecx, ptr [rsi+8*rdi]
	mov qword ptr [r15+rcx+0x8], rax
	lea edi, ptr [rdi+0x1]
	mov rcx, qword ptr [rsp]
	jmp L11
L12:
	mov rcx, qword ptr [rsp]
	jmp L11
L13:
	mov rax, qword ptr [rsp+0x18]
	movsxd r11, eax
	sub r12, r11
	mov rax, rsi
	add rsp, 0x38
	ret
L14:
	mov rax, rdi
	add rsp, 0x38
	ret
L15:
	mov eax, 0x0
	add rsp, 0x38
	ret
L16:
	mov eax, 0x0
	add rsp, 0x38
	ret
