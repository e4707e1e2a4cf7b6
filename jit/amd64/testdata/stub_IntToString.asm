func IntToString
b0:
	v5:rdi, v6:rsi = params
	br.cmp.3 cond=2 v5:any #0xa ->b1 ->b2
b2: <-b0
	v10:same1 = shr.3 v5 *128 #0x1f
	v11:same1 = absint.3 v5 exit1:deopt/overflow@0
	v12 = const #0x1
	jump ->b3(v11, v12)
b3(v1, v2): <-b2 <-b5 depth=1
	br.cmp.3 cond=3 v1:any #0xa ->b5 ->b4
b5: <-b3 depth=1
	v20 = modconst.3 v1 #0xa exit3:deopt/division@0
	v21:same1 = sub.3 v1 v20:any
	v22:early = divconst.3 v21:late #0xa exit4:deopt/division@0
	v23 = lea.lea.3 v2 +1
	jump ->b3(v22, v23)
b4: <-b3
	v13 = lea.lea.3 v2 v10
	v14 = lea.lea.3 v13 +23
	v15:same1 = and.3 v14 #0xfffffffffffffff8
	v16:early = allocsize v15:late #0x202 exit2:deopt/memory@0
	store.mov.3 v16 v13 +8
	store.mov.3 v16 +12
	v17 = lea.lea.3 v16 v15
	v18 = lea.lea.3 v17 -8
	store.mov.3 v18
	store.mov.3 v18 +4
	v19 = const #0x2d
	store.mov.1 v16 v19 +16
	jump ->b6(v11, v13)
b6(v3, v4): <-b4 <-b7 depth=1
	v24 = modconst.3 v3 #0xa exit5:deopt/division@0
	v25:same1 = sub.3 v3 v24:any
	v26:early = divconst.3 v25:late #0xa exit6:deopt/division@0
	v27 = lea.lea.3 v4 -1
	v28 = mov.imul3.3 v26 #0xa
	v29:same1 = sub.3 v3 v28:any
	v30 = lea.lea.3 v29 +48
	v31 = lea.lea.3 v16 v27
	store.mov.1 v31 v30 +16
	br.test.3 cond=5 v26:any v26:any ->b7 ->b8
b7: <-b6 depth=1
	jump ->b6(v26, v27)
b8: <-b6
	ret v16:rax
b1: <-b0
	v7 = lea.lea.3 v5 +48
	v9 = lea.lea.3 v6 v7 *3
	v8 = mov.mov.3 v9 +8
	ret v8:rax

; 0:0
	cmp edi, 0xa
	jb L5
	mov rax, rdi
	shr eax, 0x1f
	mov r11d, edi
	sar r11d, 0x1f
	xor edi, r11d
	sub edi, r11d
	jo L6
	mov rcx, rdi
	mov edx, 0x1
	nop word ptr [rax+rax], ax
L1:
	cmp ecx, 0xa
	jb L2
	test ecx, ecx
	js L6
	mov r11d, -0x33333333
	imul r11, rcx
	shr r11, 0x23
	imul r11d, r11d, 0xa
	mov esi, ecx
	sub esi, r11d
	sub ecx, esi
	movsxd rsi, ecx
	mov r11d, -0x33333333
	imul r11, rsi
	sar r11, 0x23
	shr esi, 0x1f
	add r11d, esi
	imul esi, r11d, 0xa
	cmp esi, ecx
	jnz L6
	mov esi, r11d
	lea edx, ptr [rdx+0x1]
	mov rcx, rsi
	jmp L1
L2:
	lea eax, ptr [rdx+rax]
	lea ecx, ptr [rax+0x17]
	and ecx, -0x8
	mov edx, dword ptr [r13+0x48]
	lea r11, ptr [rdx+rcx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L6
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdx], ecx
	mov dword ptr [r15+rdx+0x4], 0x202
	mov dword ptr [r15+rdx+0x8], eax
	mov dword ptr [r15+rdx+0xc], 0x0
	lea ecx, ptr [rdx+rcx]
	lea ecx, ptr [rcx-0x8]
	mov dword ptr [r15+rcx], 0x0
	mov dword ptr [r15+rcx+0x4], 0x0
	mov ecx, 0x2d
	mov byte ptr [r15+rdx+0x10], cl
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L3:
	test edi, edi
	js L6
	mov r11d, -0x33333333
	imul r11, rdi
	shr r11, 0x23
	imul r11d, r11d, 0xa
	mov ecx, edi
	sub ecx, r11d
	mov rsi, rdi
	sub esi, ecx
	movsxd rcx, esi
	mov r11d, -0x33333333
	imul r11, rcx
	sar r11, 0x23
	shr ecx, 0x1f
	add r11d, ecx
	imul ecx, r11d, 0xa
	cmp ecx, esi
	jnz L6
	mov ecx, r11d
	lea eax, ptr [rax-0x1]
	imul esi, ecx, 0xa
	sub edi, esi
	lea esi, ptr [rdi+0x30]
	lea edi, ptr [rdx+rax]
	mov byte ptr [r15+rdi+0x10], sil
	test ecx, ecx
	jz L4
	mov rdi, rcx
	jmp L3
L4:
	mov rax, rdx
	ret
L5:
	lea eax, ptr [rdi+0x30]
	lea eax, ptr [rsi+8*rax]
	mov eax, dword ptr [r15+rax+0x8]
	ret
L6:
	mov eax, 0x0
	ret
