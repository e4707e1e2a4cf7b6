func Grow
b0:
	v3:rdi = params
	v4 = mov.mov.3 v3
	v5:same1 = shr.3 v4 *128 #0x3
	v6 = lea.lea.3 v5 -1
	br.cmp.3 cond=7 v6:any #0x400 ->b1 ->b2
b2: <-b0
	v8:same1 = shr.3 v6 *128 #0x1
	v9 = lea.lea.3 v6 v8
	v10 = lea.lea.3 v9 +4
	v11:same1 = shl.3 v10 *128 #0x3
	v12 = lea.lea.3 v11 +8
	v13:early = allocsize v12:late #0xd exit1:deopt/memory@0
	v14 = const #0x0
	jump ->b3(v14)
b3(v1): <-b2 <-b5 depth=1
	br.cmp.3 cond=2 v1:any v6:any ->b5 ->b4
b5: <-b3 depth=1
	v20 = lea.lea.3 v3 v1 *3
	v19 = mov.mov.4 v20 +8
	v21 = lea.lea.3 v13 v1 *3
	store.mov.4 v21 v19 +8
	v22 = lea.lea.3 v1 +1
	jump ->b3(v22)
b4: <-b3
	v15:same1 = shl.3 v6 *128 #0x3
	v16 = lea.lea.3 v13 v15
	v17:same1 = sub.3 v10 v6:any
	v18 = const #0x0
	jump ->b6(v18)
b6(v2): <-b4 <-b8 depth=1
	br.cmp.3 cond=2 v2:any v17:any ->b8 ->b7
b8: <-b6 depth=1
	v24 = lea.lea.3 v16 v2 *3
	storeconst v24 +8 #0xfffa000000000004
	v25 = lea.lea.3 v2 +1
	jump ->b6(v25)
b7: <-b6
	v23:same1 = shr.3 v10 *128 #0x2
	chargeint v23
	ret v13:rax
b1: <-b0
	v7 = const #0x0
	ret v7:rax

	sub rsp, 0x8
; 0:0
	mov eax, dword ptr [r15+rdi]
	shr eax, 0x3
	lea eax, ptr [rax-0x1]
	cmp eax, 0x400
	jnbe L5
	mov rcx, rax
	shr ecx, 0x1
	lea ecx, ptr [rax+rcx]
	lea ecx, ptr [rcx+0x4]
	mov rdx, rcx
	shl edx, 0x3
	lea edx, ptr [rdx+0x8]
	mov esi, dword ptr [r13+0x48]
	lea r11, ptr [rsi+rdx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L6
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rsi], edx
	mov dword ptr [r15+rsi+0x4], 0xd
	mov qword ptr [rsp], rax
	mov edx, 0x0
	nop dword ptr [rax+rax], eax
L1:
	cmp edx, dword ptr [rsp]
	jnb L2
	lea r8d, ptr [rdi+8*rdx]
	mov r8, qword ptr [r15+r8+0x8]
	lea eax, ptr [rsi+8*rdx]
	mov qword ptr [r15+rax+0x8], r8
	lea edx, ptr [rdx+0x1]
	jmp L1
L2:
	mov rax, qword ptr [rsp]
	shl eax, 0x3
	lea eax, ptr [rsi+rax]
	mov rdx, rcx
	sub edx, dword ptr [rsp]
	mov edi, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L3:
	cmp edi, edx
	jnb L4
	lea r8d, ptr [rax+8*rdi]
	mov r11, 0xfffa000000000004
	mov qword ptr [r15+r8+0x8], r11
	lea edi, ptr [rdi+0x1]
	jmp L3
L4:
	shr ecx, 0x2
	movsxd r11, ecx
	sub r12, r11
	mov rax, rsi
	add rsp, 0x8
	ret
L5:
	mov eax, 0x0
	add rsp, 0x8
	ret
L6:
	mov eax, 0x0
	add rsp, 0x8
	ret
