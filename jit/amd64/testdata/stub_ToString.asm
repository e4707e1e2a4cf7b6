func ToString
b0:
	v5:rdi, v6:rsi = params
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffffd0000 ->b1 ->b3
b3: <-b0
	br.cmp.3 cond=5 v5:any *129 #0xfffffffffff90000 ->b2 ->b4
b4: <-b3
	v9 = mov.mov.3 v5:any
	br.cmp.3 cond=2 v9:any #0xa ->b5 ->b6
b6: <-b4
	v13:same1 = shr.3 v9 *128 #0x1f
	v14:same1 = absint.3 v9 exit1:deopt/overflow@0
	v15 = const #0x1
	jump ->b7(v14, v15)
b7(v1, v2): <-b6 <-b9 depth=1
	br.cmp.3 cond=3 v1:any #0xa ->b9 ->b8
b9: <-b7 depth=1
	v23 = modconst.3 v1 #0xa exit3:deopt/division@0
	v24:same1 = sub.3 v1 v23:any
	v25:early = divconst.3 v24:late #0xa exit4:deopt/division@0
	v26 = lea.lea.3 v2 +1
	jump ->b7(v25, v26)
b8: <-b7
	v16 = lea.lea.3 v2 v13
	v17 = lea.lea.3 v16 +23
	v18:same1 = and.3 v17 #0xfffffffffffffff8
	v19:early = allocsize v18:late #0x202 exit2:deopt/memory@0
	store.mov.3 v19 v16 +8
	store.mov.3 v19 +12
	v20 = lea.lea.3 v19 v18
	v21 = lea.lea.3 v20 -8
	store.mov.3 v21
	store.mov.3 v21 +4
	v22 = const #0x2d
	store.mov.1 v19 v22 +16
	jump ->b10(v14, v16)
b10(v3, v4): <-b8 <-b11 depth=1
	v27 = modconst.3 v3 #0xa exit5:deopt/division@0
	v28:same1 = sub.3 v3 v27:any
	v29:early = divconst.3 v28:late #0xa exit6:deopt/division@0
	v30 = lea.lea.3 v4 -1
	v31 = mov.imul3.3 v29 #0xa
	v32:same1 = sub.3 v3 v31:any
	v33 = lea.lea.3 v32 +48
	v34 = lea.lea.3 v19 v30
	store.mov.1 v34 v33 +16
	br.test.3 cond=5 v29:any v29:any ->b11 ->b12
b11: <-b10 depth=1
	jump ->b10(v29, v30)
b12: <-b10
	ret v19:rax
b5: <-b4
	v10 = lea.lea.3 v9 +48
	v12 = lea.lea.3 v6 v10 *3
	v11 = mov.mov.3 v12 +8
	ret v11:rax
b2: <-b3
	v8 = const #0x0
	ret v8:rax
b1: <-b0
	v7 = mov.mov.3 v5:any
	ret v7:rax

; 0:0
	mov r11, rdi
	shr r11, 0x20
	cmp r11d, -0x30000
	jz L7
	mov r11, rdi
	shr r11, 0x20
	cmp r11d, -0x70000
	jnz L6
	mov eax, edi
	cmp eax, 0xa
	jb L5
	mov rcx, rax
	shr ecx, 0x1f
	mov r11d, eax
	sar r11d, 0x1f
	xor eax, r11d
	sub eax, r11d
	jo L8
	mov rdx, rax
	mov esi, 0x1
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L1:
	cmp edx, 0xa
	jb L2
	test edx, edx
	js L8
	mov r11d, -0x33333333
	imul r11, rdx
	shr r11, 0x23
	imul r11d, r11d, 0xa
	mov edi, edx
	sub edi, r11d
	sub edx, edi
	movsxd rdi, edx
	mov r11d, -0x33333333
	imul r11, rdi
	sar r11, 0x23
	shr edi, 0x1f
	add r11d, edi
	imul edi, r11d, 0xa
	cmp edi, edx
	jnz L8
	mov edi, r11d
	lea esi, ptr [rsi+0x1]
	mov rdx, rdi
	jmp L1
L2:
	lea ecx, ptr [rsi+rcx]
	lea edx, ptr [rcx+0x17]
	and edx, -0x8
	mov esi, dword ptr [r13+0x48]
	lea r11, ptr [rsi+rdx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L8
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rsi], edx
	mov dword ptr [r15+rsi+0x4], 0x202
	mov dword ptr [r15+rsi+0x8], ecx
	mov dword ptr [r15+rsi+0xc], 0x0
	lea edx, ptr [rsi+rdx]
	lea edx, ptr [rdx-0x8]
	mov dword ptr [r15+rdx], 0x0
	mov dword ptr [r15+rdx+0x4], 0x0
	mov edx, 0x2d
	mov byte ptr [r15+rsi+0x10], dl
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L3:
	test eax, eax
	js L8
	mov r11d, -0x33333333
	imul r11, rax
	shr r11, 0x23
	imul r11d, r11d, 0xa
	mov edx, eax
	sub edx, r11d
	mov rdi, rax
	sub edi, edx
	movsxd rdx, edi
	mov r11d, -0x33333333
	imul r11, rdx
	sar r11, 0x23
	shr edx, 0x1f
	add r11d, edx
	imul edx, r11d, 0xa
	cmp edx, edi
	jnz L8
	mov edx, r11d
	lea ecx, ptr [rcx-0x1]
	imul edi, edx, 0xa
	sub eax, edi
	lea eax, ptr [rax+0x30]
	lea edi, ptr [rsi+rcx]
	mov byte ptr [r15+rdi+0x10], al
	test edx, edx
	jz L4
	mov rax, rdx
	jmp L3
L4:
	mov rax, rsi
	ret
L5:
	lea eax, ptr [rax+0x30]
	lea eax, ptr [rsi+8*rax]
	mov eax, dword ptr [r15+rax+0x8]
	ret
L6:
	mov eax, 0x0
	ret
L7:
	mov eax, edi
	ret
L8:
	mov eax, 0x0
	ret
