func Case
b0:
	v6:rdi, v7:rsi = params
	v8 = mov.mov.3 v6 +8
	br.cmp.3 cond=7 v8:any #0x100 ->b17 ->b2
b2: <-b0
	v10 = mov.movzxb.3 v6 +4
	br.cmp.3 cond=6 v10:any #0x3 ->b4 ->b5
b5: <-b2
	br.cmp.3 cond=5 v10:any #0x5 ->b19 ->b6
b6: <-b5
	v13 = mov.mov.3 v6 +16
	v14 = mov.movzxb.3 v13 +4
	v15 = lea.lea.3 v14 -2
	v16 = mov.mov.3 v6 +20
	v17:same1 = shl.3 v16 v15:rcx
	v18 = lea.lea.3 v17 +16
	v19 = lea.lea.3 v13 v18
	jump ->b3(v19, v15)
b19: <-b5
	jump ->b1
b4: <-b2
	v11 = lea.lea.3 v6 +16
	v12 = lea.lea.3 v10 -2
	jump ->b3(v11, v12)
b3(v1, v2): <-b4 <-b6
	br.test.3 cond=5 v2:any v2:any ->b18 ->b7
b7: <-b3
	v20 = const #0x0
	jump ->b8(v20, v20)
b8(v3, v4): <-b7 <-b11 depth=1
	br.cmp.3 cond=2 v3:any v8:any ->b9 ->b10
b9: <-b8 depth=1
	v22 = lea.lea.3 v1 v3
	v21 = mov.movzxb.3 v22
	br.cmp.3 cond=3 v21:any #0x80 ->b20 ->b11
b11: <-b9 depth=1
	v24:same1 = sub.3 v21 v7:any
	v25 = set.cmp.3 cond=2 v24:any #0x1a
	v26 = mov.mov.3 v25:any
	v27 = lea.lea.3 v3 +1
	v28:same1 = or.3 v4 v26:any
	jump ->b8(v27, v28)
b20: <-b9
	jump ->b1
b10: <-b8
	v23:same1 = shr.3 v8 *128 #0x2
	br.test.3 cond=4 v4:any v4:any ->b12 ->b13
b13: <-b10
	v29 = lea.lea.3 v8 +23
	v30:same1 = and.3 v29 #0xfffffffffffffff8
	v31:early = allocsize v30:late #0x202 exit1:deopt/memory@0
	store.mov.3 v31 v8 +8
	store.mov.3 v31 +12
	v32 = lea.lea.3 v31 v30
	v33 = lea.lea.3 v32 -8
	store.mov.3 v33
	store.mov.3 v33 +4
	v34 = const #0x0
	jump ->b14(v34)
b14(v5): <-b13 <-b16 depth=1
	br.cmp.3 cond=2 v5:any v8:any ->b16 ->b15
b16: <-b14 depth=1
	v38 = lea.lea.3 v1 v5
	v37 = mov.movzxb.3 v38
	v39:same1 = sub.3 v37 v7:any
	v40 = set.cmp.3 cond=2 v39:any #0x1a
	v41 = mov.mov.3 v40:any
	v42:same1 = shl.3 v41 *128 #0x5
	v43:same1 = xor.3 v37 v42:any
	v44 = lea.lea.3 v31 v5
	store.mov.1 v44 v43 +16
	v45 = lea.lea.3 v5 +1
	jump ->b14(v45)
b15: <-b14
	v35:same1 = shr.3 v8 *128 #0x4
	v36 = lea.lea.3 v23 v35
	chargeint v36
	ret v31:rax
b12: <-b10
	chargeint v23
	ret v6:rax
b18: <-b3
	jump ->b1
b17: <-b0
	jump ->b1
b1: <-b17 <-b18 <-b19 <-b20
	v9 = const #0x0
	ret v9:rax

	sub rsp, 0x20
; 0:0
	mov eax, dword ptr [r15+rdi+0x8]
	mov qword ptr [rsp+0x8], rax
	cmp eax, 0x100
	jnbe L8
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L1
	cmp ecx, 0x5
	jnz L8
	mov edx, dword ptr [r15+rdi+0x10]
	movzx ecx, byte ptr [r15+rdx+0x4]
	lea r8d, ptr [rcx-0x2]
	mov ecx, dword ptr [r15+rdi+0x14]
	mov rax, rcx
	mov rcx, r8
	shl eax, cl
	lea eax, ptr [rax+0x10]
	lea eax, ptr [rdx+rax]
	jmp L2
L1:
	lea eax, ptr [rdi+0x10]
	lea r8d, ptr [rcx-0x2]
L2:
	test r8d, r8d
	jnz L8
	mov ecx, 0x0
	mov edx, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L3:
	cmp ecx, dword ptr [rsp+0x8]
	jnb L4
	lea r8d, ptr [rax+rcx]
	movzx r8d, byte ptr [r15+r8]
	cmp r8d, 0x80
	jnb L8
	sub r8d, esi
	cmp r8d, 0x1a
	setb r8b
	movzx r8d, r8b
	mov r8d, r8d
	lea ecx, ptr [rcx+0x1]
	or edx, r8d
	jmp L3
L4:
	mov rcx, qword ptr [rsp+0x8]
	shr ecx, 0x2
	test edx, edx
	jz L7
	mov rdx, qword ptr [rsp+0x8]
	lea edi, ptr [rdx+0x17]
	and edi, -0x8
	mov r8d, dword ptr [r13+0x48]
	lea r11, ptr [r8+rdi]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L9
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+r8], edi
	mov dword ptr [r15+r8+0x4], 0x202
	mov dword ptr [r15+r8+0x8], edx
	mov dword ptr [r15+r8+0xc], 0x0
	lea edi, ptr [r8+rdi]
	lea edi, ptr [rdi-0x8]
	mov dword ptr [r15+rdi], 0x0
	mov dword ptr [r15+rdi+0x4], 0x0
	mov qword ptr [rsp], rsi
	mov edi, 0x0
	nop word ptr [rax+rax], ax
L5:
	cmp edi, dword ptr [rsp+0x8]
	jnb L6
	lea edx, ptr [rax+rdi]
	movzx edx, byte ptr [r15+rdx]
	mov qword ptr [rsp+0x10], rdx
	mov rdx, qword ptr [rsp+0x10]
	sub edx, dword ptr [rsp]
	cmp edx, 0x1a
	setb dl
	movzx edx, dl
	mov edx, edx
	shl edx, 0x5
	mov qword ptr [rsp+0x18], rdx
	mov rdx, qword ptr [rsp+0x10]
	xor edx, dword ptr [rsp+0x18]
	lea esi, ptr [r8+rdi]
	mov byte ptr [r15+rsi+0x10], dl
	lea edi, ptr [rdi+0x1]
	jmp L5
L6:
	mov rax, qword ptr [rsp+0x8]
	shr eax, 0x4
	lea eax, ptr [rcx+rax]
	movsxd r11, eax
	sub r12, r11
	mov rax, r8
	add rsp, 0x20
	ret
L7:
	movsxd r11, ecx
	sub r12, r11
	mov rax, rdi
	add rsp, 0x20
	ret
L8:
	mov eax, 0x0
	add rsp, 0x20
	ret
L9:
	mov eax, 0x0
	add rsp, 0x20
	ret
