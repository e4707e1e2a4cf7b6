func ArrayOf
b0:
	v2:rdi, v3:rsi, v4:rdx, v5:rcx = params
	v6:same1 = shl.3 v3 *128 #0x3
	v7 = lea.lea.3 v2 v6
	v8:same1 = shl.3 v4 *128 #0x3
	v9 = lea.lea.3 v8 +8
	v10:early = allocsize v9:late #0xd exit1:deopt/memory@0
	v11 = const #0x0
	jump ->b1(v11)
b1(v1): <-b0 <-b3 depth=1
	br.cmp.3 cond=2 v1:any v4:any ->b3 ->b2
b3: <-b1 depth=1
	v16 = lea.lea.3 v7 v1 *3
	v15 = mov.mov.4 v16 +8
	v17 = lea.lea.3 v10 v1 *3
	store.mov.4 v17 v15 +8
	v18 = lea.lea.3 v1 +1
	jump ->b1(v18)
b2: <-b1
	v13 = const #0x18
	v12:early = allocsize v13:late #0x19 exit2:deopt/memory@0
	store.mov.3 v12 v5 +8
	store.mov.3 v12 +12
	store.mov.3 v12 v10 +16
	store.mov.3 v12 v4 +20
	v14:same1 = shr.3 v4 *128 #0x2
	chargeint v14
	ret v12:rax

	sub rsp, 0x8
; 0:0
	shl esi, 0x3
	lea eax, ptr [rdi+rsi]
	mov rsi, rdx
	shl esi, 0x3
	lea esi, ptr [rsi+0x8]
	mov edi, dword ptr [r13+0x48]
	lea r11, ptr [rdi+rsi]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L3
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdi], esi
	mov dword ptr [r15+rdi+0x4], 0xd
	mov qword ptr [rsp], rdx
	mov esi, 0x0
	nop
L1:
	cmp esi, dword ptr [rsp]
	jnb L2
	lea r8d, ptr [rax+8*rsi]
	mov r8, qword ptr [r15+r8+0x8]
	lea edx, ptr [rdi+8*rsi]
	mov qword ptr [r15+rdx+0x8], r8
	lea esi, ptr [rsi+0x1]
	jmp L1
L2:
	mov eax, 0x18
	mov edx, dword ptr [r13+0x48]
	lea r11, ptr [rdx+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L3
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdx], eax
	mov dword ptr [r15+rdx+0x4], 0x19
	mov dword ptr [r15+rdx+0x8], ecx
	mov dword ptr [r15+rdx+0xc], 0x0
	mov dword ptr [r15+rdx+0x10], edi
	mov rax, qword ptr [rsp]
	mov dword ptr [r15+rdx+0x14], eax
	shr eax, 0x2
	movsxd r11, eax
	sub r12, r11
	mov rax, rdx
	add rsp, 0x8
	ret
L3:
	mov eax, 0x0
	add rsp, 0x8
	ret
