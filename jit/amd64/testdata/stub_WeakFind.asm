func WeakFind
b0:
	v2:rdi, v3:rsi, v4:rdx = params
	v5 = mov.mov.3 v2:any
	br.cmp.3 cond=2 v5:any v4:any ->b10 ->b4
b4: <-b0
	v10 = mov.mov.3 v2:any
	br.cmp.3 cond=4 v3:any *129 #0xfffffffffffe0000 ->b5 ->b11
b11: <-b4
	jump ->b1
b5: <-b4
	v11 = mov.mov.3 v3:any
	v12 = mov.movzxw.3 v11 +6
	v13 = mov.imul3.3 v12 #0xffffffff9e3779b1
	br.test.3 cond=4 v13:any v13:any ->b12 ->b6
b6: <-b5
	v14 = mov.mov.3 v10
	v15 = lea.lea.3 v14 -16
	v16:same1 = shr.3 v15 *128 #0x4
	v17 = lea.lea.3 v16 -1
	v18:same1 = and.3 v13 v17:any
	jump ->b7(v18)
b7(v1): <-b6 <-b9 depth=1
	v19:same1 = shl.3 v1 *128 #0x4
	v8 = lea.lea.3 v10 v19
	v20 = mov.mov.4 v8 +16
	br.cmp.4 cond=4 v20:any v3:any ->b2 ->b8
b8: <-b7 depth=1
	br.cmp.4 cond=4 v20:any #0xfffa000000000006 ->b3 ->b9
b9: <-b8 depth=1
	v21 = lea.lea.3 v1 +1
	v22:same1 = and.3 v21 v17:any
	jump ->b7(v22)
b3: <-b8
	v9 = const #0x8
	ret v9:rax
b2: <-b7
	v7 = lea.lea.3 v8 +16
	ret v7:rax
b12: <-b5
	jump ->b1
b10: <-b0
	jump ->b1
b1: <-b10 <-b11 <-b12
	v6 = const #0x0
	ret v6:rax

; 0:0
	mov eax, edi
	cmp eax, edx
	jb L4
	mov eax, edi
	mov r11, rsi
	shr r11, 0x20
	cmp r11d, -0x20000
	jnz L4
	mov ecx, esi
	movzx ecx, word ptr [r15+rcx+0x6]
	mov r11d, 0x67aaab7a
	xor r11d, -0x6622d35
	imul ecx, r11d
	test ecx, ecx
	jz L4
	mov edx, dword ptr [r15+rax]
	lea edx, ptr [rdx-0x10]
	shr edx, 0x4
	lea edx, ptr [rdx-0x1]
	and ecx, edx
L1:
	mov rdi, rcx
	shl edi, 0x4
	lea edi, ptr [rax+rdi]
	mov r8, qword ptr [r15+rdi+0x10]
	cmp r8, rsi
	jz L3
	cmp r8, qword ptr [C1]
	jz L2
	lea ecx, ptr [rcx+0x1]
	and ecx, edx
	jmp L1
L2:
	mov eax, 0x8
	ret
L3:
	lea eax, ptr [rdi+0x10]
	ret
L4:
	mov eax, 0x0
	ret
C1:
	.quad 0xfffa000000000006
