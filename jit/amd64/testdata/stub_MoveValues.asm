func MoveValues
b0:
	v3:rdi, v4:rsi, v5:rdx, v6:rcx = params
	br.test.3 cond=4 v5:any v5:any ->b12 ->b4
b4: <-b0
	v9 = lea.lea.3 v5 -1
	br.test.3 cond=5 v6:any v6:any ->b2 ->b5
b5: <-b4
	v12 = const #0x0
	jump ->b6(v12)
b6(v1): <-b5 <-b8 depth=1
	br.cmp.3 cond=2 v1:any v5:any ->b8 ->b7
b8: <-b6 depth=1
	v14 = lea.lea.3 v4 v1 *3
	v13 = mov.mov.4 v14 +8
	v15 = lea.lea.3 v3 v1 *3
	store.mov.4 v15 v13 +8
	v16 = lea.lea.3 v1 +1
	jump ->b6(v16)
b7: <-b6
	jump ->b3
b2: <-b4
	v8 = const #0x0
	jump ->b9(v8)
b9(v2): <-b2 <-b11 depth=1
	br.cmp.3 cond=2 v2:any v5:any ->b11 ->b10
b11: <-b9 depth=1
	v17:same1 = sub.3 v9 v2:any
	v19 = lea.lea.3 v4 v17 *3
	v18 = mov.mov.4 v19 +8
	v20 = lea.lea.3 v3 v17 *3
	store.mov.4 v20 v18 +8
	v21 = lea.lea.3 v2 +1
	jump ->b9(v21)
b10: <-b9
	jump ->b3
b3: <-b7 <-b10
	barrier v3 +8
	v10 = lea.lea.3 v3 v9 *3
	barrier v10 +8
	v11:same1 = shr.3 v5 *128 #0x3
	chargeint v11
	jump ->b1
b12: <-b0
	jump ->b1
b1: <-b12 <-b3
	v7 = const #0x0
	ret v7:rax

	sub rsp, 0x8
; 0:0
	mov qword ptr [rsp], rdx
	test edx, edx
	jz L5
	lea eax, ptr [rdx-0x1]
	test ecx, ecx
	jnz L2
	mov ecx, 0x0
L1:
	cmp ecx, dword ptr [rsp]
	jnb L4
	lea r8d, ptr [rsi+8*rcx]
	mov r8, qword ptr [r15+r8+0x8]
	lea edx, ptr [rdi+8*rcx]
	mov qword ptr [r15+rdx+0x8], r8
	lea ecx, ptr [rcx+0x1]
	jmp L1
L2:
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L3:
	cmp ecx, dword ptr [rsp]
	jnb L4
	mov rdx, rax
	sub edx, ecx
	lea r8d, ptr [rsi+8*rdx]
	mov r8, qword ptr [r15+r8+0x8]
	lea edx, ptr [rdi+8*rdx]
	mov qword ptr [r15+rdx+0x8], r8
	lea ecx, ptr [rcx+0x1]
	jmp L3
L4:
	lea r11d, ptr [rdi+0x8]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	lea eax, ptr [rdi+8*rax]
	lea r11d, ptr [rax+0x8]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov rax, qword ptr [rsp]
	shr eax, 0x3
	movsxd r11, eax
	sub r12, r11
L5:
	mov eax, 0x0
	add rsp, 0x8
	ret
