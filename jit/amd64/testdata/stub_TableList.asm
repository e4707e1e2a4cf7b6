func TableList
b0:
	v6:rdi, v7:rsi, v8:rdx, v9:rcx = params
	v10 = mov.mov.3 v6 +20
	br.cmp.3 cond=4 v6 *128 +12 ->b2 ->b21
b21: <-b0
	jump ->b1
b2: <-b0
	br.test.3 cond=5 v10:any v10:any ->b3 ->b22
b22: <-b2
	jump ->b1
b3: <-b2
	br.cmp.3 cond=6 v10:any #0x100 ->b4 ->b23
b23: <-b3
	jump ->b1
b4: <-b3
	v12 = mov.mov.3 v6 +28
	v13 = lea.lea.3 v12 -8
	v14:same1 = shl.3 v10 *128 #0x3
	v15 = lea.lea.3 v14 +8
	v16:early = allocsize v15:late #0xd exit1:deopt/memory@0
	v17 = const #0x0
	jump ->b5(v17)
b5(v1): <-b4 <-b7 depth=1
	br.cmp.3 cond=2 v1:any v10:any ->b7 ->b6
b7: <-b5 depth=1
	v23 = lea.lea.3 v16 v1 *3
	storeconst v23 +8 #0xfffa000000000004
	v24 = lea.lea.3 v1 +1
	jump ->b5(v24)
b6: <-b5
	v18 = mov.mov.3 v6 +24
	v19 = mov.mov.3 v6 +16
	v20:same1 = imul.3 v18 v12:any
	v21 = lea.lea.3 v6 v20
	v22 = const #0x0
	jump ->b8(v22, v21, v18)
b8(v2, v3, v4): <-b6 <-b11 <-b18 depth=1
	br.cmp.3 cond=2 v4:any v19:any ->b15 ->b24
b15: <-b8 depth=1
	v33 = mov.mov.4 v3 +40
	v27 = lea.lea.3 v3 v12
	v28 = lea.lea.3 v4 +1
	br.cmp.4 cond=5 v33:any #0xfffa000000000006 ->b9 ->b11
b11: <-b15 depth=1
	jump ->b8(v2, v27, v28)
b9: <-b15 depth=1
	br.cmp.3 cond=4 v7:any #0x2 ->b12 ->b16
b16: <-b9 depth=1
	br.cmp.3 cond=4 v7:any #0x1 ->b13 ->b17
b17: <-b16 depth=1
	jump ->b10(v33)
b13: <-b16 depth=1
	v39 = lea.lea.3 v3 v13
	v40 = mov.mov.4 v39 +40
	jump ->b10(v40)
b12: <-b9 depth=1
	v29 = const #0x2
	v30:same1 = shl.3 v29 *128 #0x3
	v31 = lea.lea.3 v30 +8
	v32:early = allocsize v31:late #0xd exit2:deopt/memory@0
	store.mov.4 v32 v33 +8
	v34 = lea.lea.3 v3 v13
	v35 = mov.mov.4 v34 +40
	store.mov.4 v32 v35 +16
	v37 = const #0x18
	v36:early = allocsize v37:late #0x19 exit3:deopt/memory@0
	store.mov.3 v36 v8 +8
	store.mov.3 v36 +12
	store.mov.3 v36 v32 +16
	store.mov.3 v36 +20 #0x2
	v38:same1 = or.4 v36 +112
	jump ->b10(v38)
b10(v5): <-b12 <-b13 <-b17 depth=1
	v25 = lea.lea.3 v16 v2 *3
	store.mov.4 v25 v5 +8
	v26 = lea.lea.3 v2 +1
	br.cmp.3 cond=2 v26:any v10:any ->b18 ->b14
b18: <-b10 depth=1
	jump ->b8(v26, v27, v28)
b14: <-b10
	v41 = lea.lea.3 v10 +1
	chargeint v41
	br.cmp.3 cond=2 v9:any v10:any ->b19 ->b25
b25: <-b14
	jump ->b20
b19: <-b14
	v42:same1 = shr.3 v10 *128 #0x2
	chargeint v42
	jump ->b20
b20: <-b25 <-b19
	ret v16:rax
b24: <-b8
	jump ->b1
b1: <-b21 <-b22 <-b23 <-b24
	v11 = const #0x0
	ret v11:rax

	sub rsp, 0x50
; 0:0
	mov qword ptr [rsp+0x8], rdx
	mov eax, dword ptr [r15+rdi+0x14]
	cmp dword ptr [r15+rdi+0xc], 0x0
	jnz L10
	test eax, eax
	jz L10
	cmp eax, 0x100
	jnbe L10
	mov r8d, dword ptr [r15+rdi+0x1c]
	mov qword ptr [rsp], rcx
	lea ecx, ptr [r8-0x8]
	mov qword ptr [rsp+0x10], rsi
	mov rsi, rax
	shl esi, 0x3
	lea esi, ptr [rsi+0x8]
	mov qword ptr [rsp+0x18], rax
	mov eax, dword ptr [r13+0x48]
	lea r11, ptr [rax+rsi]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L11
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rax], esi
	mov dword ptr [r15+rax+0x4], 0xd
	mov qword ptr [rsp+0x20], rax
	mov esi, 0x0
	nop dword ptr [rax+rax], eax
L1:
	cmp esi, dword ptr [rsp+0x18]
	jnb L2
	lea edx, ptr [rax+8*rsi]
	mov r11, 0xfffa000000000004
	mov qword ptr [r15+rdx+0x8], r11
	lea esi, ptr [rsi+0x1]
	jmp L1
L2:
	mov edx, dword ptr [r15+rdi+0x18]
	mov esi, dword ptr [r15+rdi+0x10]
	mov qword ptr [rsp+0x28], rdx
	mov rdx, qword ptr [rsp+0x28]
	imul edx, r8d
	lea edx, ptr [rdi+rdx]
	mov rdi, rdx
	mov rdx, qword ptr [rsp+0x28]
	mov rax, qword ptr [rsp+0x8]
	mov qword ptr [rsp+0x30], rsi
	mov qword ptr [rsp+0x28], 0x0
	nop word ptr [rax+rax], ax
L3:
	cmp edx, dword ptr [rsp+0x30]
	jnb L10
	mov rsi, qword ptr [r15+rdi+0x28]
	mov qword ptr [rsp+0x38], rsi
	lea esi, ptr [rdi+r8]
	mov qword ptr [rsp+0x40], rsi
	lea edx, ptr [rdx+0x1]
	mov qword ptr [rsp+0x48], rdx
	mov r11, qword ptr [rsp+0x38]
	cmp r11, qword ptr [C1]
	jnz L4
	mov rdi, rsi
	jmp L3
L4:
	cmp dword ptr [rsp+0x10], 0x2
	jz L6
	cmp dword ptr [rsp+0x10], 0x1
	jz L5
	mov rdi, qword ptr [rsp+0x38]
	jmp L7
L5:
	lea edi, ptr [rdi+rcx]
	mov rdi, qword ptr [r15+rdi+0x28]
	jmp L7
L6:
	mov edx, 0x2
	shl edx, 0x3
	lea edx, ptr [rdx+0x8]
	mov esi, dword ptr [r13+0x48]
	lea r11, ptr [rsi+rdx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L11
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rsi], edx
	mov dword ptr [r15+rsi+0x4], 0xd
	mov rdx, qword ptr [rsp+0x38]
	mov qword ptr [r15+rsi+0x8], rdx
	lea edx, ptr [rdi+rcx]
	mov rdx, qword ptr [r15+rdx+0x28]
	mov qword ptr [r15+rsi+0x10], rdx
	mov edx, 0x18
	mov edi, dword ptr [r13+0x48]
	lea r11, ptr [rdi+rdx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L11
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdi], edx
	mov dword ptr [r15+rdi+0x4], 0x19
	mov dword ptr [r15+rdi+0x8], eax
	mov dword ptr [r15+rdi+0xc], 0x0
	mov dword ptr [r15+rdi+0x10], esi
	mov dword ptr [r15+rdi+0x14], 0x2
	or rdi, qword ptr [r13+0x70]
L7:
	mov rdx, qword ptr [rsp+0x20]
	mov rsi, qword ptr [rsp+0x28]
	lea eax, ptr [rdx+8*rsi]
	mov qword ptr [r15+rax+0x8], rdi
	lea esi, ptr [rsi+0x1]
	cmp esi, dword ptr [rsp+0x18]
	jnb L8
	mov rdx, qword ptr [rsp+0x48]
	mov rdi, qword ptr [rsp+0x40]
	mov qword ptr [rsp+0x28], rsi
	mov rax, qword ptr [rsp+0x8]
	jmp L3
L8:
	mov rax, qword ptr [rsp+0x18]
	lea ecx, ptr [rax+0x1]
	movsxd r11, ecx
	sub r12, r11
	cmp dword ptr [rsp], eax
	jnb L9
	shr eax, 0x2
	movsxd r11, eax
	sub r12, r11
L9:
	mov rax, rdx
	add rsp, 0x50
	ret
L10:
	mov eax, 0x0
	add rsp, 0x50
	ret
L11:
	mov eax, 0x0
	add rsp, 0x50
	ret
C1:
	.quad 0xfffa000000000006
