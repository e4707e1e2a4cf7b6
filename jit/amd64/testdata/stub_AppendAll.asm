func AppendAll
b0:
	v5:rdi, v6:rsi = params
	v7 = mov.mov.3 v5 +20
	v8 = mov.mov.3 v6 +20
	v9 = mov.mov.3 v6 +16
	br.cmp.3 cond=6 v8:any #0x100 ->b2 ->b20
b20: <-b0
	jump ->b1
b2: <-b0
	v11 = mov.mov.3 v9
	v12:same1 = shr.3 v11 *128 #0x3
	v13 = lea.lea.3 v12 -1
	br.cmp.3 cond=6 v8:any v13:any ->b3 ->b21
b21: <-b2
	jump ->b1
b3: <-b2
	br.cmp.3 cond=2 v7:any #0x100 ->b4 ->b22
b22: <-b3
	jump ->b1
b4: <-b3
	v14 = const #0x0
	jump ->b5(v14)
b5(v1): <-b4 <-b8 depth=1
	br.cmp.3 cond=2 v1:any v8:any ->b7 ->b6
b7: <-b5 depth=1
	v20 = lea.lea.3 v9 v1 *3
	v21 = mov.mov.4 v20 +8
	br.cmp.4 cond=5 v21:any #0xfffa000000000004 ->b8 ->b24
b8: <-b7 depth=1
	v22 = lea.lea.3 v1 +1
	jump ->b5(v22)
b24: <-b7
	jump ->b1
b6: <-b5
	v15 = mov.mov.3 v5 +16
	v16 = lea.lea.3 v7 v8
	v17 = mov.mov.3 v15
	v18:same1 = shr.3 v17 *128 #0x3
	v19 = lea.lea.3 v18 -1
	br.cmp.3 cond=6 v7:any v19:any ->b9 ->b23
b23: <-b6
	jump ->b1
b9: <-b6
	br.cmp.3 cond=6 v16:any v19:any ->b10 ->b12
b12: <-b9
	v26:same1 = shl.3 v16 *128 #0x3
	v27 = lea.lea.3 v26 +8
	v28:early = allocsize v27:late #0xd exit1:deopt/memory@0
	v29 = const #0x0
	jump ->b13(v29)
b13(v3): <-b12 <-b15 depth=1
	br.cmp.3 cond=2 v3:any v7:any ->b15 ->b14
b15: <-b13 depth=1
	v32 = lea.lea.3 v15 v3 *3
	v31 = mov.mov.4 v32 +8
	v33 = lea.lea.3 v28 v3 *3
	store.mov.4 v33 v31 +8
	v34 = lea.lea.3 v3 +1
	jump ->b13(v34)
b14: <-b13
	v30:same1 = shr.3 v16 *128 #0x2
	chargeint v30
	jump ->b11(v28)
b10: <-b9
	br.test.3 cond=5 v15:any v15:any ->b16 ->b25
b25: <-b10
	jump ->b1
b1: <-b20 <-b21 <-b22 <-b23 <-b24 <-b25
	v10 = const #0x0
	ret v10:rax
b16: <-b10
	jump ->b11(v15)
b11(v2): <-b14 <-b16
	v23:same1 = shl.3 v7 *128 #0x3
	v24 = lea.lea.3 v2 v23
	v25 = const #0x0
	jump ->b17(v25)
b17(v4): <-b11 <-b19 depth=1
	br.cmp.3 cond=2 v4:any v8:any ->b19 ->b18
b19: <-b17 depth=1
	v36 = lea.lea.3 v9 v4 *3
	v35 = mov.mov.4 v36 +8
	v37 = lea.lea.3 v24 v4 *3
	store.mov.4 v37 v35 +8
	barrier v37 +8
	v38 = lea.lea.3 v4 +1
	jump ->b17(v38)
b18: <-b17
	chargeint v8
	ret v2:rax

	sub rsp, 0x18
; 0:0
	mov eax, dword ptr [r15+rdi+0x14]
	mov qword ptr [rsp], rax
	mov ecx, dword ptr [r15+rsi+0x14]
	mov qword ptr [rsp+0x8], rcx
	mov edx, dword ptr [r15+rsi+0x10]
	mov qword ptr [rsp+0x10], rdx
	cmp ecx, 0x100
	jnbe L6
	mov esi, dword ptr [r15+rdx]
	shr esi, 0x3
	lea esi, ptr [rsi-0x1]
	cmp ecx, esi
	jnbe L6
	cmp eax, 0x100
	jnb L6
	mov esi, 0x0
L1:
	cmp esi, ecx
	jnb L2
	lea r8d, ptr [rdx+8*rsi]
	mov r8, qword ptr [r15+r8+0x8]
	cmp r8, qword ptr [C1]
	jz L6
	lea esi, ptr [rsi+0x1]
	jmp L1
L2:
	mov esi, dword ptr [r15+rdi+0x10]
	lea edi, ptr [rax+rcx]
	mov r8d, dword ptr [r15+rsi]
	shr r8d, 0x3
	lea r8d, ptr [r8-0x1]
	cmp eax, r8d
	jnbe L6
	cmp edi, r8d
	jbe L5
	mov r8, rdi
	shl r8d, 0x3
	lea r8d, ptr [r8+0x8]
	mov eax, dword ptr [r13+0x48]
	lea r11, ptr [rax+r8]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L10
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rax], r8d
	mov dword ptr [r15+rax+0x4], 0xd
	mov r8d, 0x0
	nop dword ptr [rax], eax
L3:
	cmp r8d, dword ptr [rsp]
	jnb L4
	lea ecx, ptr [rsi+8*r8]
	mov rcx, qword ptr [r15+rcx+0x8]
	lea edx, ptr [rax+8*r8]
	mov qword ptr [r15+rdx+0x8], rcx
	lea r8d, ptr [r8+0x1]
	jmp L3
L4:
	shr edi, 0x2
	movsxd r11, edi
	sub r12, r11
	mov rsi, rax
	jmp L7
L5:
	test esi, esi
	jnz L7
L6:
	mov eax, 0x0
	add rsp, 0x18
	ret
L7:
	mov rax, qword ptr [rsp]
	shl eax, 0x3
	lea eax, ptr [rsi+rax]
	mov rdx, qword ptr [rsp+0x10]
	mov ecx, 0x0
	nop dword ptr [rax], eax
L8:
	cmp ecx, dword ptr [rsp+0x8]
	jnb L9
	lea edi, ptr [rdx+8*rcx]
	mov rdi, qword ptr [r15+rdi+0x8]
	lea r8d, ptr [rax+8*rcx]
	mov qword ptr [r15+r8+0x8], rdi
	lea r11d, ptr [r8+0x8]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	lea ecx, ptr [rcx+0x1]
	jmp L8
L9:
	mov rcx, qword ptr [rsp+0x8]
	movsxd r11, ecx
	sub r12, r11
	mov rax, rsi
	add rsp, 0x18
	ret
L10:
	mov eax, 0x0
	add rsp, 0x18
	ret
C1:
	.quad 0xfffa000000000004
