func ArrayCreate
b0:
	v2:rdi, v3:rsi = params
	v4:same1 = shl.3 v2 *128 #0x3
	v5 = lea.lea.3 v4 +8
	v6:early = allocsize v5:late #0xd exit1:deopt/memory@0
	v7 = const #0x0
	jump ->b1(v7)
b1(v1): <-b0 <-b3 depth=1
	br.cmp.3 cond=2 v1:any v2:any ->b3 ->b2
b3: <-b1 depth=1
	v11 = lea.lea.3 v6 v1 *3
	storeconst v11 +8 #0xfffa000000000004
	v12 = lea.lea.3 v1 +1
	jump ->b1(v12)
b2: <-b1
	v9 = const #0x18
	v8:early = allocsize v9:late #0x19 exit2:deopt/memory@0
	store.mov.3 v8 v3 +8
	store.mov.3 v8 +12
	store.mov.3 v8 v6 +16
	store.mov.3 v8 v2 +20
	v10:same1 = shr.3 v2 *128 #0x4
	chargeint v10
	ret v8:rax

; 0:0
	mov rax, rdi
	shl eax, 0x3
	lea eax, ptr [rax+0x8]
	mov ecx, dword ptr [r13+0x48]
	lea r11, ptr [rcx+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L3
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rcx], eax
	mov dword ptr [r15+rcx+0x4], 0xd
	mov eax, 0x0
	nop word ptr [rax+rax], ax
	nop word ptr [rax+rax], ax
L1:
	cmp eax, edi
	jnb L2
	lea edx, ptr [rcx+8*rax]
	mov r11, 0xfffa000000000004
	mov qword ptr [r15+rdx+0x8], r11
	lea eax, ptr [rax+0x1]
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
	mov dword ptr [r15+rdx+0x8], esi
	mov dword ptr [r15+rdx+0xc], 0x0
	mov dword ptr [r15+rdx+0x10], ecx
	mov dword ptr [r15+rdx+0x14], edi
	shr edi, 0x4
	movsxd r11, edi
	sub r12, r11
	mov rax, rdx
	ret
L3:
	mov eax, 0x0
	ret
