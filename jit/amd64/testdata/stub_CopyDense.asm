func CopyDense
b0:
	v3:rdi, v4:rsi = params
	v5 = mov.mov.3 v3 +20
	v6 = mov.mov.3 v3 +16
	br.test.3 cond=5 v5:any v5:any ->b2 ->b12
b12: <-b0
	jump ->b1
b2: <-b0
	br.cmp.3 cond=6 v5:any #0x100 ->b3 ->b13
b13: <-b2
	jump ->b1
b3: <-b2
	v8 = mov.mov.3 v6
	v9:same1 = shr.3 v8 *128 #0x3
	v10 = lea.lea.3 v9 -1
	br.cmp.3 cond=6 v5:any v10:any ->b4 ->b14
b14: <-b3
	jump ->b1
b4: <-b3
	v11 = const #0x0
	jump ->b5(v11)
b5(v1): <-b4 <-b8 depth=1
	br.cmp.3 cond=2 v1:any v5:any ->b7 ->b6
b7: <-b5 depth=1
	v16 = lea.lea.3 v6 v1 *3
	v17 = mov.mov.4 v16 +8
	br.cmp.4 cond=5 v17:any #0xfffa000000000004 ->b8 ->b15
b8: <-b7 depth=1
	v18 = lea.lea.3 v1 +1
	jump ->b5(v18)
b15: <-b7
	jump ->b1
b1: <-b12 <-b13 <-b14 <-b15
	v7 = const #0x0
	ret v7:rax
b6: <-b5
	v12:same1 = shl.3 v5 *128 #0x3
	v13 = lea.lea.3 v12 +8
	v14:early = allocsize v13:late #0xd exit1:deopt/memory@0
	v15 = const #0x0
	jump ->b9(v15)
b9(v2): <-b6 <-b11 depth=1
	br.cmp.3 cond=2 v2:any v5:any ->b11 ->b10
b11: <-b9 depth=1
	v25 = lea.lea.3 v6 v2 *3
	v24 = mov.mov.4 v25 +8
	v26 = lea.lea.3 v14 v2 *3
	store.mov.4 v26 v24 +8
	v27 = lea.lea.3 v2 +1
	jump ->b9(v27)
b10: <-b9
	v20 = const #0x18
	v19:early = allocsize v20:late #0x19 exit2:deopt/memory@0
	store.mov.3 v19 v4 +8
	store.mov.3 v19 +12
	store.mov.3 v19 v14 +16
	store.mov.3 v19 v5 +20
	v21:same1 = shr.3 v5 *128 #0x2
	v22:same1 = shr.3 v5 *128 #0x3
	v23 = lea.lea.3 v21 v22
	chargeint v23
	ret v19:rax

	sub rsp, 0x8
; 0:0
	mov eax, dword ptr [r15+rdi+0x14]
	mov ecx, dword ptr [r15+rdi+0x10]
	test eax, eax
	jz L2
	cmp eax, 0x100
	jnbe L2
	mov edx, dword ptr [r15+rcx]
	shr edx, 0x3
	lea edx, ptr [rdx-0x1]
	cmp eax, edx
	jnbe L2
	mov edx, 0x0
	nop dword ptr [rax], eax
L1:
	cmp edx, eax
	jnb L3
	lea edi, ptr [rcx+8*rdx]
	mov rdi, qword ptr [r15+rdi+0x8]
	cmp rdi, qword ptr [C1]
	jz L2
	lea edx, ptr [rdx+0x1]
	jmp L1
L2:
	mov eax, 0x0
	add rsp, 0x8
	ret
L3:
	mov rdx, rax
	shl edx, 0x3
	lea edx, ptr [rdx+0x8]
	mov edi, dword ptr [r13+0x48]
	lea r11, ptr [rdi+rdx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L6
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdi], edx
	mov dword ptr [r15+rdi+0x4], 0xd
	mov qword ptr [rsp], rax
	mov edx, 0x0
	nop word ptr [rax+rax], ax
	nop word ptr [rax+rax], ax
L4:
	cmp edx, dword ptr [rsp]
	jnb L5
	lea r8d, ptr [rcx+8*rdx]
	mov r8, qword ptr [r15+r8+0x8]
	lea eax, ptr [rdi+8*rdx]
	mov qword ptr [r15+rax+0x8], r8
	lea edx, ptr [rdx+0x1]
	jmp L4
L5:
	mov eax, 0x18
	mov ecx, dword ptr [r13+0x48]
	lea r11, ptr [rcx+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L6
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rcx], eax
	mov dword ptr [r15+rcx+0x4], 0x19
	mov dword ptr [r15+rcx+0x8], esi
	mov dword ptr [r15+rcx+0xc], 0x0
	mov dword ptr [r15+rcx+0x10], edi
	mov rax, qword ptr [rsp]
	mov dword ptr [r15+rcx+0x14], eax
	mov rdx, rax
	shr edx, 0x2
	shr eax, 0x3
	lea eax, ptr [rdx+rax]
	movsxd r11, eax
	sub r12, r11
	mov rax, rcx
	add rsp, 0x8
	ret
L6:
	mov eax, 0x0
	add rsp, 0x8
	ret
C1:
	.quad 0xfffa000000000004
