func CharString
b0:
	v1:rdi, v2:rsi = params
	br.cmp.3 cond=3 v1:any #0x100 ->b1 ->b3
b3: <-b0
	v14 = lea.lea.3 v2 v1 *3
	v13 = mov.mov.3 v14 +8
	ret v13:rax
b1: <-b0
	br.cmp.3 cond=3 v1:any #0x10000 ->b2 ->b4
b4: <-b1
	v15 = const #0x17
	v16 = lea.lea.3 v15 +2
	v17:same1 = and.3 v16 #0xfffffffffffffff8
	v18:early = allocsize v17:late #0x3 exit2:deopt/memory@0
	store.mov.3 v18 +8 #0x1
	store.mov.3 v18 +12
	v19 = lea.lea.3 v18 v17
	v20 = lea.lea.3 v19 -8
	store.mov.3 v20
	store.mov.3 v20 +4
	store.mov.2 v18 v1 +16
	ret v18:rax
b2: <-b1
	v3 = const #0x17
	v4 = lea.lea.3 v3 +4
	v5:same1 = and.3 v4 #0xfffffffffffffff8
	v6:early = allocsize v5:late #0x3 exit1:deopt/memory@0
	store.mov.3 v6 +8 #0x2
	store.mov.3 v6 +12
	v7 = lea.lea.3 v6 v5
	v8 = lea.lea.3 v7 -8
	store.mov.3 v8
	store.mov.3 v8 +4
	v9:same1 = shr.3 v1 *128 #0xa
	v10 = lea.lea.3 v9 +55232
	store.mov.2 v6 v10 +16
	v11:same1 = and.3 v1 #0x3ff
	v12:same1 = or.3 v11 #0xdc00
	store.mov.2 v6 v12 +18
	ret v6:rax

; 0:0
	cmp edi, 0x100
	jnb L1
	lea eax, ptr [rsi+8*rdi]
	mov eax, dword ptr [r15+rax+0x8]
	ret
L1:
	mov r11d, -0x6632d35
	xor r11d, -0x6622d35
	cmp edi, r11d
	jnb L2
	mov eax, 0x17
	lea eax, ptr [rax+0x2]
	and eax, -0x8
	mov ecx, dword ptr [r13+0x48]
	lea r11, ptr [rcx+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L3
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rcx], eax
	mov dword ptr [r15+rcx+0x4], 0x3
	mov dword ptr [r15+rcx+0x8], 0x1
	mov dword ptr [r15+rcx+0xc], 0x0
	lea eax, ptr [rcx+rax]
	lea eax, ptr [rax-0x8]
	mov dword ptr [r15+rax], 0x0
	mov dword ptr [r15+rax+0x4], 0x0
	mov word ptr [r15+rcx+0x10], di
	mov rax, rcx
	ret
L2:
	mov eax, 0x17
	lea eax, ptr [rax+0x4]
	and eax, -0x8
	mov ecx, dword ptr [r13+0x48]
	lea r11, ptr [rcx+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L3
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rcx], eax
	mov dword ptr [r15+rcx+0x4], 0x3
	mov dword ptr [r15+rcx+0x8], 0x2
	mov dword ptr [r15+rcx+0xc], 0x0
	lea eax, ptr [rcx+rax]
	lea eax, ptr [rax-0x8]
	mov dword ptr [r15+rax], 0x0
	mov dword ptr [r15+rax+0x4], 0x0
	mov rax, rdi
	shr eax, 0xa
	lea eax, ptr [rax+0xd7c0]
	mov word ptr [r15+rcx+0x10], ax
	and edi, 0x3ff
	or edi, 0xdc00
	mov word ptr [r15+rcx+0x12], di
	mov rax, rcx
	ret
L3:
	mov eax, 0x0
	ret
