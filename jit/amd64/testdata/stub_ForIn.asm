func ForIn
b0:
	v8:rdi, v9:rsi = params
	v10 = mov.movzxb.3 v8 +4
	br.cmp.3 cond=5 v10:any #0x18 ->b32 ->b3
b3: <-b0
	br.cmp.3 cond=5 v8 +16 ->b33 ->b4
b4: <-b3
	v12 = mov.mov.3 v8 +8
	v13 = mov.mov.3 v12 +16
	br.cmp.3 cond=7 v13:any #0x40 ->b34 ->b5
b5: <-b4
	v14 = mov.mov.3 v12 +8
	v15 = const #0x1
	jump ->b6(v14, v15)
b6(v1, v2): <-b5 <-b17 depth=1
	br.test.3 cond=4 v1:any v1:any ->b8 ->b9
b9: <-b6 depth=1
	br.cmp.3 cond=4 v1:any v9:any ->b10 ->b11
b11: <-b9 depth=1
	br.cmp.3 cond=3 v2:any #0x8 ->b36 ->b12
b12: <-b11 depth=1
	v17 = mov.movzxb.3 v1 +4
	br.cmp.3 cond=5 v17:any #0x18 ->b37 ->b13
b13: <-b12 depth=1
	br.cmp.3 cond=5 v1 +16 ->b38 ->b14
b14: <-b13 depth=1
	v18 = mov.mov.3 v1 +8
	v19 = mov.mov.3 v18 +16
	br.cmp.3 cond=7 v19:any #0x40 ->b39 ->b15
b15: <-b14 depth=1
	v20 = mov.mov.3 v18 +12
	v21 = const #0x0
	jump ->b16(v21)
b16(v4): <-b15 <-b19 depth=2
	br.cmp.3 cond=2 v4:any v19:any ->b18 ->b17
b18: <-b16 depth=2
	v24:same1 = shl.3 v4 *128 #0x4
	v25 = lea.lea.3 v20 v24
	v26 = mov.mov.3 v25 +24
	v27:same1 = and.3 v26 #0x2
	br.test.3 cond=5 v27:any v27:any ->b40 ->b19
b19: <-b18 depth=2
	v28 = lea.lea.3 v4 +1
	jump ->b16(v28)
b17: <-b16 depth=1
	v22 = mov.mov.3 v18 +8
	v23 = lea.lea.3 v2 +1
	jump ->b6(v22, v23)
b40: <-b18
	jump ->b1
b39: <-b14
	jump ->b1
b38: <-b13
	jump ->b1
b37: <-b12
	jump ->b1
b36: <-b11
	jump ->b1
b10: <-b9
	v16 = lea.lea.3 v2 +1
	jump ->b7(v16)
b8: <-b6
	jump ->b7(v2)
b7(v3): <-b8 <-b10
	br.test.3 cond=4 v13:any v13:any ->b35 ->b20
b20: <-b7
	v29 = lea.lea.3 v13 +1
	v30:same1 = shl.3 v29 *128 #0x3
	v31 = lea.lea.3 v30 +8
	v32:early = allocsize v31:late #0x16 exit1:deopt/memory@0
	v33 = const #0x0
	jump ->b21(v33)
b21(v5): <-b20 <-b23 depth=1
	br.cmp.3 cond=2 v5:any v29:any ->b23 ->b22
b23: <-b21 depth=1
	v35 = lea.lea.3 v32 v5 *3
	storeconst v35 +8 #0xfffa000000000004
	v36 = lea.lea.3 v5 +1
	jump ->b21(v36)
b22: <-b21
	v34 = const #0x0
	jump ->b24(v34, v34)
b24(v6, v7): <-b22 <-b28 <-b29 <-b30 depth=1
	br.cmp.3 cond=2 v6:any v13:any ->b26 ->b25
b26: <-b24 depth=1
	v37 = mov.mov.3 v12 +12
	v38:same1 = shl.3 v6 *128 #0x4
	v39 = lea.lea.3 v37 v38
	v40 = mov.mov.4 v39 +16
	v41 = lea.lea.3 v6 +1
	br.cmp.3 cond=4 v40:any *129 #0xfffffffffffd0000 ->b27 ->b28
b28: <-b26 depth=1
	jump ->b24(v41, v7)
b27: <-b26 depth=1
	v42 = mov.mov.3 v39 +24
	v43:same1 = and.3 v42 #0x2
	br.test.3 cond=5 v43:any v43:any ->b29 ->b30
b30: <-b27 depth=1
	jump ->b24(v41, v7)
b29: <-b27 depth=1
	v44 = lea.lea.3 v32 v7 *3
	store.mov.4 v44 v40 +8
	v45 = lea.lea.3 v7 +1
	jump ->b24(v41, v45)
b25: <-b24
	br.test.3 cond=4 v7:any v7:any ->b41 ->b31
b31: <-b25
	v47 = const #0x20
	v46:early = allocsize v47:late #0x16 exit2:deopt/memory@0
	storeconst v46 +8 #0xfff9000000000000
	storebox v46 v7 +16 #0x68
	storebox v46 v32 +24 #0x80
	v48:same1 = shl.3 v7 *128 #0x1
	v49 = lea.lea.3 v3 v48
	chargeint v49
	ret v46:rax
b41: <-b25
	jump ->b2
b35: <-b7
	jump ->b2
b2: <-b35 <-b41
	chargeint v3
	ret v8:rax
b34: <-b4
	jump ->b1
b33: <-b3
	jump ->b1
b32: <-b0
	jump ->b1
b1: <-b32 <-b33 <-b34 <-b36 <-b37 <-b38 <-b39 <-b40
	v11 = const #0x0
	ret v11:rax

	sub rsp, 0x28
; 0:0
	mov qword ptr [rsp+0x8], rdi
	movzx eax, byte ptr [r15+rdi+0x4]
	cmp eax, 0x18
	jnz L12
	cmp dword ptr [r15+rdi+0x10], 0x0
	jnz L12
	mov eax, dword ptr [r15+rdi+0x8]
	mov ecx, dword ptr [r15+rax+0x10]
	mov qword ptr [rsp+0x18], rcx
	cmp ecx, 0x40
	jnbe L12
	mov edx, dword ptr [r15+rax+0x8]
	mov qword ptr [rsp+0x10], rax
	mov qword ptr [rsp], rsi
	mov r8d, 0x1
L1:
	test edx, edx
	jz L5
	cmp edx, dword ptr [rsp]
	jz L4
	cmp r8d, 0x8
	jnb L12
	movzx eax, byte ptr [r15+rdx+0x4]
	cmp eax, 0x18
	jnz L12
	cmp dword ptr [r15+rdx+0x10], 0x0
	jnz L12
	mov eax, dword ptr [r15+rdx+0x8]
	mov edx, dword ptr [r15+rax+0x10]
	cmp edx, 0x40
	jnbe L12
	mov ecx, dword ptr [r15+rax+0xc]
	mov qword ptr [rsp+0x20], rdx
	mov edx, 0x0
	nop dword ptr [rax+rax], eax
L2:
	cmp edx, dword ptr [rsp+0x20]
	jnb L3
	mov rsi, rdx
	shl esi, 0x4
	lea esi, ptr [rcx+rsi]
	mov esi, dword ptr [r15+rsi+0x18]
	and esi, 0x2
	test esi, esi
	jnz L12
	lea edx, ptr [rdx+0x1]
	jmp L2
L3:
	mov edx, dword ptr [r15+rax+0x8]
	lea r8d, ptr [r8+0x1]
	jmp L1
L4:
	lea r8d, ptr [r8+0x1]
L5:
	cmp dword ptr [rsp+0x18], 0x0
	jz L11
	mov rcx, qword ptr [rsp+0x18]
	lea eax, ptr [rcx+0x1]
	mov rdx, rax
	shl edx, 0x3
	lea edx, ptr [rdx+0x8]
	mov esi, dword ptr [r13+0x48]
	lea r11, ptr [rsi+rdx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L13
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rsi], edx
	mov dword ptr [r15+rsi+0x4], 0x16
	mov qword ptr [rsp+0x20], rax
	mov edx, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L6:
	cmp edx, dword ptr [rsp+0x20]
	jnb L7
	lea eax, ptr [rsi+8*rdx]
	mov r11, 0xfffa000000000004
	mov qword ptr [r15+rax+0x8], r11
	lea edx, ptr [rdx+0x1]
	jmp L6
L7:
	mov rcx, qword ptr [rsp+0x10]
	mov qword ptr [rsp], r8
	mov eax, 0x0
	mov edx, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L8:
	cmp eax, dword ptr [rsp+0x18]
	jnb L9
	mov edi, dword ptr [r15+rcx+0xc]
	mov r8, rax
	shl r8d, 0x4
	lea edi, ptr [rdi+r8]
	mov r8, qword ptr [r15+rdi+0x10]
	lea eax, ptr [rax+0x1]
	mov r11, r8
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L8
	mov edi, dword ptr [r15+rdi+0x18]
	and edi, 0x2
	test edi, edi
	jz L8
	lea edi, ptr [rsi+8*rdx]
	mov qword ptr [r15+rdi+0x8], r8
	lea edx, ptr [rdx+0x1]
	jmp L8
L9:
	test edx, edx
	jz L10
	mov eax, 0x20
	mov ecx, dword ptr [r13+0x48]
	lea r11, ptr [rcx+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L13
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rcx], eax
	mov dword ptr [r15+rcx+0x4], 0x16
	mov r11, 0xfff9000000000000
	mov qword ptr [r15+rcx+0x8], r11
	mov r11, rdx
	or r11, qword ptr [r13+0x68]
	mov qword ptr [r15+rcx+0x10], r11
	mov r11, rsi
	or r11, qword ptr [r13+0x80]
	mov qword ptr [r15+rcx+0x18], r11
	shl edx, 0x1
	mov r8, qword ptr [rsp]
	lea eax, ptr [r8+rdx]
	movsxd r11, eax
	sub r12, r11
	mov rax, rcx
	add rsp, 0x28
	ret
L10:
	mov r8, qword ptr [rsp]
L11:
	movsxd r11, r8d
	sub r12, r11
	mov rax, qword ptr [rsp+0x8]
	add rsp, 0x28
	ret
L12:
	mov eax, 0x0
	add rsp, 0x28
	ret
L13:
	mov eax, 0x0
	add rsp, 0x28
	ret
