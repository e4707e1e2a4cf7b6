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
	v12:same1 = minmaxint.3 cond=15 v10 v9
	br.cmp.3 cond=6 v12:any #0x100 ->b4 ->b23
b23: <-b3
	jump ->b1
b4: <-b3
	v13 = mov.mov.3 v6 +28
	v14 = lea.lea.3 v13 -8
	v15:same1 = shl.3 v12 *128 #0x3
	v16 = lea.lea.3 v15 +8
	v17:early = allocsize v16:late #0xd exit1:deopt/memory@0
	v18 = const #0x0
	jump ->b5(v18)
b5(v1): <-b4 <-b7 depth=1
	br.cmp.3 cond=2 v1:any v12:any ->b7 ->b6
b7: <-b5 depth=1
	v24 = lea.lea.3 v17 v1 *3
	storeconst v24 +8 #0xfffa000000000004
	v25 = lea.lea.3 v1 +1
	jump ->b5(v25)
b6: <-b5
	v19 = mov.mov.3 v6 +24
	v20 = mov.mov.3 v6 +16
	v21:same1 = imul.3 v19 v13:any
	v22 = lea.lea.3 v6 v21
	v23 = const #0x0
	jump ->b8(v23, v22, v19)
b8(v2, v3, v4): <-b6 <-b11 <-b18 depth=1
	br.cmp.3 cond=2 v4:any v20:any ->b15 ->b24
b15: <-b8 depth=1
	v34 = mov.mov.4 v3 +40
	v28 = lea.lea.3 v3 v13
	v29 = lea.lea.3 v4 +1
	br.cmp.4 cond=5 v34:any #0xfffa000000000006 ->b9 ->b11
b11: <-b15 depth=1
	jump ->b8(v2, v28, v29)
b9: <-b15 depth=1
	br.cmp.3 cond=4 v7:any #0x2 ->b12 ->b16
b16: <-b9 depth=1
	br.cmp.3 cond=4 v7:any #0x1 ->b13 ->b17
b17: <-b16 depth=1
	jump ->b10(v34)
b13: <-b16 depth=1
	v40 = lea.lea.3 v3 v14
	v41 = mov.mov.4 v40 +40
	jump ->b10(v41)
b12: <-b9 depth=1
	v30 = const #0x2
	v31:same1 = shl.3 v30 *128 #0x3
	v32 = lea.lea.3 v31 +8
	v33:early = allocsize v32:late #0xd exit2:deopt/memory@0
	store.mov.4 v33 v34 +8
	v35 = lea.lea.3 v3 v14
	v36 = mov.mov.4 v35 +40
	store.mov.4 v33 v36 +16
	v38 = const #0x18
	v37:early = allocsize v38:late #0x19 exit3:deopt/memory@0
	store.mov.3 v37 v8 +8
	store.mov.3 v37 +12
	store.mov.3 v37 v33 +16
	store.mov.3 v37 +20 #0x2
	v39:same1 = or.4 v37 +112
	jump ->b10(v39)
b10(v5): <-b12 <-b13 <-b17 depth=1
	v26 = lea.lea.3 v17 v2 *3
	store.mov.4 v26 v5 +8
	v27 = lea.lea.3 v2 +1
	br.cmp.3 cond=2 v27:any v10:any ->b18 ->b14
b18: <-b10 depth=1
	jump ->b8(v27, v28, v29)
b14: <-b10
	v42 = lea.lea.3 v10 +1
	chargeint v42
	br.cmp.3 cond=2 v9:any v10:any ->b19 ->b25
b25: <-b14
	jump ->b20
b19: <-b14
	v43:same1 = shr.3 v10 *128 #0x2
	chargeint v43
	jump ->b20
b20: <-b25 <-b19
	ret v17:rax
b24: <-b8
	jump ->b1
b1: <-b21 <-b22 <-b23 <-b24
	v11 = const #0x0
	ret v11:rax

	sub rsp, 0x58
; 0:0
	mov eax, dword ptr [r15+rdi+0x14]
	cmp dword ptr [r15+rdi+0xc], 0x0
	jnz L9
	test eax, eax
	jz L9
	mov r8, rax
	cmp ecx, r8d
	cmovnle r8d, ecx
	cmp r8d, 0x100
	jnbe L9
	mov qword ptr [rsp+0x10], rcx
	mov ecx, dword ptr [r15+rdi+0x1c]
	mov qword ptr [rsp+0x8], rsi
	mov qword ptr [rsp+0x28], rcx
	lea esi, ptr [rcx-0x8]
	mov qword ptr [rsp+0x20], r8
	mov r8, qword ptr [rsp+0x20]
	shl r8d, 0x3
	lea r8d, ptr [r8+0x8]
	mov qword ptr [rsp+0x18], rax
	mov eax, dword ptr [r13+0x48]
	lea r11, ptr [rax+r8]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L10
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rax], r8d
	mov dword ptr [r15+rax+0x4], 0xd
	mov qword ptr [rsp+0x30], rax
	mov qword ptr [rsp], rdx
	mov r8d, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L1:
	cmp r8d, dword ptr [rsp+0x20]
	jnb L2
	lea edx, ptr [rax+8*r8]
	mov r11, 0xfffa000000000004
	mov qword ptr [r15+rdx+0x8], r11
	lea r8d, ptr [r8+0x1]
	jmp L1
L2:
	mov edx, dword ptr [r15+rdi+0x18]
	mov r8d, dword ptr [r15+rdi+0x10]
	mov qword ptr [rsp+0x20], rdx
	mov rdx, qword ptr [rsp+0x20]
	imul edx, ecx
	lea edx, ptr [rdi+rdx]
	mov rdi, rdx
	mov rdx, qword ptr [rsp+0x20]
	mov rax, qword ptr [rsp]
	mov qword ptr [rsp+0x38], r8
	mov qword ptr [rsp+0x40], 0x0
	nop dword ptr [rax+rax], eax
L3:
	cmp edx, dword ptr [rsp+0x38]
	jnb L9
	mov r8, qword ptr [r15+rdi+0x28]
	mov qword ptr [rsp+0x20], rdi
	lea edi, ptr [rdi+rcx]
	mov qword ptr [rsp+0x48], rdi
	lea edx, ptr [rdx+0x1]
	mov qword ptr [rsp+0x50], rdx
	cmp r8, qword ptr [C1]
	jz L3
	cmp dword ptr [rsp+0x8], 0x2
	jz L5
	cmp dword ptr [rsp+0x8], 0x1
	jz L4
	mov rdi, r8
	jmp L6
L4:
	mov r8, qword ptr [rsp+0x20]
	lea r8d, ptr [r8+rsi]
	mov r8, qword ptr [r15+r8+0x28]
	mov rdi, r8
	jmp L6
L5:
	mov rdx, qword ptr [rsp+0x20]
	mov edi, 0x2
	shl edi, 0x3
	lea edi, ptr [rdi+0x8]
	mov ecx, dword ptr [r13+0x48]
	lea r11, ptr [rcx+rdi]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L10
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rcx], edi
	mov dword ptr [r15+rcx+0x4], 0xd
	mov qword ptr [r15+rcx+0x8], r8
	lea edx, ptr [rdx+rsi]
	mov rdx, qword ptr [r15+rdx+0x28]
	mov qword ptr [r15+rcx+0x10], rdx
	mov edx, 0x18
	mov edi, dword ptr [r13+0x48]
	lea r11, ptr [rdi+rdx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L10
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdi], edx
	mov dword ptr [r15+rdi+0x4], 0x19
	mov dword ptr [r15+rdi+0x8], eax
	mov dword ptr [r15+rdi+0xc], 0x0
	mov dword ptr [r15+rdi+0x10], ecx
	mov dword ptr [r15+rdi+0x14], 0x2
	or rdi, qword ptr [r13+0x70]
L6:
	mov rcx, qword ptr [rsp+0x30]
	mov r8, qword ptr [rsp+0x40]
	lea edx, ptr [rcx+8*r8]
	mov qword ptr [r15+rdx+0x8], rdi
	lea r8d, ptr [r8+0x1]
	cmp r8d, dword ptr [rsp+0x18]
	jnb L7
	mov rdx, qword ptr [rsp+0x50]
	mov rdi, qword ptr [rsp+0x48]
	mov qword ptr [rsp+0x40], r8
	mov rcx, qword ptr [rsp+0x28]
	jmp L3
L7:
	mov rax, qword ptr [rsp+0x18]
	lea edx, ptr [rax+0x1]
	movsxd r11, edx
	sub r12, r11
	cmp dword ptr [rsp+0x10], eax
	jnb L8
	shr eax, 0x2
	movsxd r11, eax
	sub r12, r11
L8:
	mov rax, rcx
	add rsp, 0x58
	ret
L9:
	mov eax, 0x0
	add rsp, 0x58
	ret
L10:
	mov eax, 0x0
	add rsp, 0x58
	ret
C1:
	.quad 0xfffa000000000006
