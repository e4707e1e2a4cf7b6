func Holes
b0:
	v2:rdi = params
	v3 = lea.lea.3 v2 -1
	br.cmp.3 cond=3 v3:any #0x400 ->b1 ->b2
b2: <-b0
	v5:same1 = shl.3 v2 *128 #0x3
	v6 = lea.lea.3 v5 +8
	v7:early = allocsize v6:late #0xd exit1:deopt/memory@0
	v8 = const #0x0
	jump ->b3(v8)
b3(v1): <-b2 <-b5 depth=1
	br.cmp.3 cond=2 v1:any v2:any ->b5 ->b4
b5: <-b3 depth=1
	v10 = lea.lea.3 v7 v1 *3
	storeconst v10 +8 #0xfffa000000000004
	v11 = lea.lea.3 v1 +1
	jump ->b3(v11)
b4: <-b3
	v9:same1 = shr.3 v2 *128 #0x4
	chargeint v9
	ret v7:rax
b1: <-b0
	v4 = const #0x0
	ret v4:rax

; 0:0
	lea eax, ptr [rdi-0x1]
	cmp eax, 0x400
	jnb L3
	mov rax, rdi
	shl eax, 0x3
	lea eax, ptr [rax+0x8]
	mov ecx, dword ptr [r13+0x48]
	lea r11, ptr [rcx+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L4
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rcx], eax
	mov dword ptr [r15+rcx+0x4], 0xd
	mov eax, 0x0
L1:
	cmp eax, edi
	jnb L2
	lea edx, ptr [rcx+8*rax]
	mov r11, 0xfffa000000000004
	mov qword ptr [r15+rdx+0x8], r11
	lea eax, ptr [rax+0x1]
	jmp L1
L2:
	shr edi, 0x4
	movsxd r11, edi
	sub r12, r11
	mov rax, rcx
	ret
L3:
	mov eax, 0x0
	ret
L4:
	mov eax, 0x0
	ret
