func Case
b0:
	v6:rdi, v7:rsi = params
	v8 = mov.mov.3 v6 +8
	br.cmp.3 cond=7 v8:any #0x100 ->b19 ->b2
b2: <-b0
	v10 = mov.movzxb.3 v6 +4
	br.cmp.3 cond=6 v10:any #0x3 ->b4 ->b5
b5: <-b2
	br.cmp.3 cond=5 v10:any #0x5 ->b21 ->b6
b6: <-b5
	v13 = mov.mov.3 v6 +16
	v14 = mov.movzxb.3 v13 +4
	v15 = lea.lea.3 v14 -2
	v16 = mov.mov.3 v6 +20
	v17:same1 = shl.3 v16 v15:rcx
	v18 = lea.lea.3 v17 +16
	v19 = lea.lea.3 v13 v18
	jump ->b3(v19, v15)
b21: <-b5
	jump ->b1
b4: <-b2
	v11 = lea.lea.3 v6 +16
	v12 = lea.lea.3 v10 -2
	jump ->b3(v11, v12)
b3(v1, v2): <-b4 <-b6
	br.test.3 cond=5 v2:any v2:any ->b20 ->b7
b7: <-b3
	v20 = const #0x0
	jump ->b8(v20, v20)
b8(v3, v4): <-b7 <-b13 depth=1
	br.cmp.3 cond=2 v3:any v8:any ->b9 ->b10
b9: <-b8 depth=1
	v22 = lea.lea.3 v1 v3
	v21 = mov.movzxb.3 v22
	br.cmp.3 cond=4 v21:any #0xb5 ->b22 ->b11
b11: <-b9 depth=1
	br.cmp.3 cond=4 v21:any #0xdf ->b23 ->b12
b12: <-b11 depth=1
	br.cmp.3 cond=4 v21:any #0xff ->b24 ->b13
b13: <-b12 depth=1
	v24:same1 = sub.3 v21 v7:any
	v25 = lea.lea.3 v24 -127
	v26 = set.cmp.3 cond=2 v24:any #0x1a
	v27 = mov.mov.3 v26:any
	v28 = set.cmp.3 cond=2 v25:any #0x1f
	v29 = mov.mov.3 v28:any
	v30 = set.cmp.3 cond=5 v25:any #0x17
	v31 = mov.mov.3 v30:any
	v32:same1 = and.3 v29 v31:any
	v33:same1 = or.3 v27 v32:any
	v34 = lea.lea.3 v3 +1
	v35:same1 = or.3 v4 v33:any
	jump ->b8(v34, v35)
b24: <-b12
	jump ->b1
b23: <-b11
	jump ->b1
b22: <-b9
	jump ->b1
b10: <-b8
	v23:same1 = shr.3 v8 *128 #0x2
	br.test.3 cond=4 v4:any v4:any ->b14 ->b15
b15: <-b10
	v36 = lea.lea.3 v8 +23
	v37:same1 = and.3 v36 #0xfffffffffffffff8
	v38:early = allocsize v37:late #0x202 exit1:deopt/memory@0
	store.mov.3 v38 v8 +8
	store.mov.3 v38 +12
	v39 = lea.lea.3 v38 v37
	v40 = lea.lea.3 v39 -8
	store.mov.3 v40
	store.mov.3 v40 +4
	v41 = const #0x0
	jump ->b16(v41)
b16(v5): <-b15 <-b18 depth=1
	br.cmp.3 cond=2 v5:any v8:any ->b18 ->b17
b18: <-b16 depth=1
	v45 = lea.lea.3 v1 v5
	v44 = mov.movzxb.3 v45
	v46:same1 = sub.3 v44 v7:any
	v47 = lea.lea.3 v46 -127
	v48 = set.cmp.3 cond=2 v46:any #0x1a
	v49 = mov.mov.3 v48:any
	v50 = set.cmp.3 cond=2 v47:any #0x1f
	v51 = mov.mov.3 v50:any
	v52 = set.cmp.3 cond=5 v47:any #0x17
	v53 = mov.mov.3 v52:any
	v54:same1 = and.3 v51 v53:any
	v55:same1 = or.3 v49 v54:any
	v56:same1 = shl.3 v55 *128 #0x5
	v57:same1 = xor.3 v44 v56:any
	v58 = lea.lea.3 v38 v5
	store.mov.1 v58 v57 +16
	v59 = lea.lea.3 v5 +1
	jump ->b16(v59)
b17: <-b16
	v42:same1 = shr.3 v8 *128 #0x4
	v43 = lea.lea.3 v23 v42
	chargeint v43
	ret v38:rax
b14: <-b10
	chargeint v23
	ret v6:rax
b20: <-b3
	jump ->b1
b19: <-b0
	jump ->b1
b1: <-b19 <-b20 <-b21 <-b22 <-b23 <-b24
	v9 = const #0x0
	ret v9:rax

	sub rsp, 0x30
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
	mov qword ptr [rsp+0x10], 0x0
	nop word ptr [rax+rax], ax
L3:
	cmp ecx, dword ptr [rsp+0x8]
	jnb L4
	lea r8d, ptr [rax+rcx]
	movzx r8d, byte ptr [r15+r8]
	cmp r8d, 0xb5
	jz L8
	cmp r8d, 0xdf
	jz L8
	cmp r8d, 0xff
	jz L8
	sub r8d, esi
	lea edx, ptr [r8-0x7f]
	cmp r8d, 0x1a
	setb r8b
	movzx r8d, r8b
	mov r8d, r8d
	mov qword ptr [rsp+0x18], rdx
	cmp dword ptr [rsp+0x18], 0x1f
	setb dl
	movzx edx, dl
	mov edx, edx
	mov qword ptr [rsp+0x20], rdx
	cmp dword ptr [rsp+0x18], 0x17
	setnz dl
	movzx edx, dl
	mov edx, edx
	mov qword ptr [rsp+0x18], rdx
	mov rdx, qword ptr [rsp+0x20]
	and edx, dword ptr [rsp+0x18]
	or r8d, edx
	lea ecx, ptr [rcx+0x1]
	mov rdx, qword ptr [rsp+0x10]
	or edx, r8d
	mov qword ptr [rsp+0x10], rdx
	jmp L3
L4:
	mov rcx, qword ptr [rsp+0x8]
	shr ecx, 0x2
	cmp dword ptr [rsp+0x10], 0x0
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
	mov qword ptr [rsp+0x18], rdx
	lea edx, ptr [rdx-0x7f]
	mov qword ptr [rsp+0x20], rdx
	cmp dword ptr [rsp+0x18], 0x1a
	setb dl
	movzx edx, dl
	mov edx, edx
	mov qword ptr [rsp+0x18], rdx
	cmp dword ptr [rsp+0x20], 0x1f
	setb dl
	movzx edx, dl
	mov edx, edx
	mov qword ptr [rsp+0x28], rdx
	cmp dword ptr [rsp+0x20], 0x17
	setnz dl
	movzx edx, dl
	mov edx, edx
	mov qword ptr [rsp+0x20], rdx
	mov rdx, qword ptr [rsp+0x28]
	and edx, dword ptr [rsp+0x20]
	mov qword ptr [rsp+0x28], rdx
	mov rdx, qword ptr [rsp+0x18]
	or edx, dword ptr [rsp+0x28]
	shl edx, 0x5
	mov qword ptr [rsp+0x28], rdx
	mov rdx, qword ptr [rsp+0x10]
	xor edx, dword ptr [rsp+0x28]
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
	add rsp, 0x30
	ret
L7:
	movsxd r11, ecx
	sub r12, r11
	mov rax, rdi
	add rsp, 0x30
	ret
L8:
	mov eax, 0x0
	add rsp, 0x30
	ret
L9:
	mov eax, 0x0
	add rsp, 0x30
	ret
