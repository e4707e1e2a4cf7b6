func NextJob
b0:
	v3:rdi = params
	v4 = mov.mov.4 v3 +1360
	br.cmp.3 cond=4 v4:any *129 #0xffffffffffff0000 ->b2 ->b16
b16: <-b0
	jump ->b1
b2: <-b0
	v6 = mov.mov.3 v4:any
	v7 = mov.mov.4 v6 +8
	br.cmp.3 cond=4 v7:any *129 #0xffffffffffff0000 ->b3 ->b17
b17: <-b2
	jump ->b1
b3: <-b2
	v8 = mov.mov.3 v7:any
	v9 = mov.mov.3 v8
	v10 = lea.lea.3 v9 -8
	v11:same1 = shr.3 v10 *128 #0x5
	v12 = mov.mov.3 v6 +16
	v13 = mov.mov.3 v6 +24
	br.test.3 cond=5 v13:any v13:any ->b4 ->b18
b18: <-b3
	jump ->b1
b4: <-b3
	v14 = lea.lea.3 v13 -1
	br.test.3 cond=4 v14:any v14:any ->b6 ->b7
b7: <-b4
	jump ->b5
b6: <-b4
	br.cmp.3 cond=6 v11:any #0x10 ->b8 ->b19
b19: <-b6
	jump ->b1
b1: <-b16 <-b17 <-b18 <-b19
	v5 = const #0xffffffff
	ret v5:rax
b8: <-b6
	jump ->b5
b5: <-b7 <-b8
	v15:same1 = shl.3 v12 *128 #0x5
	v16 = lea.lea.3 v8 v15
	v17 = mov.mov.3 v16 +8
	v18 = mov.mov.4 v16 +16
	store.mov.4 v6 v18 +32
	barrier v6 +32
	v19 = mov.mov.4 v16 +24
	store.mov.4 v6 v19 +40
	barrier v6 +40
	v20 = mov.mov.4 v16 +32
	br.cmp.3 cond=6 v17:any #0x1 ->b9 ->b10
b10: <-b5
	store.mov.4 v6 v20 +48
	barrier v6 +48
	v21 = const #0xfffa000000000000
	jump ->b11(v21)
b9: <-b5
	storeconst v6 +48 #0xfffa000000000000
	jump ->b11(v20)
b11(v1): <-b9 <-b10
	store.mov.4 v3 v1 +1400
	storeconst v16 +8 #0xfffa000000000000
	storeconst v16 +16 #0xfffa000000000000
	storeconst v16 +24 #0xfffa000000000000
	storeconst v16 +32 #0xfffa000000000000
	v22 = lea.lea.3 v12 +1
	br.cmp.3 cond=4 v22:any v11:any ->b20 ->b14
b14: <-b11
	br.test.3 cond=4 v14:any v14:any ->b21 ->b15
b15: <-b14
	jump ->b13(v22)
b21: <-b14
	jump ->b12
b20: <-b11
	jump ->b12
b12: <-b20 <-b21
	v23 = const #0x0
	jump ->b13(v23)
b13(v2): <-b12 <-b15
	storebox v6 v2 +16 #0x68
	storebox v6 v14 +24 #0x68
	ret v17:rax

	sub rsp, 0x10
; 0:0
	mov rax, qword ptr [r15+rdi+0x550]
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x10000
	jnz L1
	mov eax, eax
	mov rcx, qword ptr [r15+rax+0x8]
	mov r11, rcx
	shr r11, 0x20
	cmp r11d, -0x10000
	jnz L1
	mov ecx, ecx
	mov edx, dword ptr [r15+rcx]
	lea edx, ptr [rdx-0x8]
	shr edx, 0x5
	mov esi, dword ptr [r15+rax+0x10]
	mov r8d, dword ptr [r15+rax+0x18]
	test r8d, r8d
	jz L1
	lea r8d, ptr [r8-0x1]
	test r8d, r8d
	jnz L2
	cmp edx, 0x10
	jbe L2
L1:
	mov eax, -0x1
	add rsp, 0x10
	ret
L2:
	mov qword ptr [rsp], rdx
	mov rdx, rsi
	shl edx, 0x5
	lea ecx, ptr [rcx+rdx]
	mov edx, dword ptr [r15+rcx+0x8]
	mov qword ptr [rsp+0x8], rdx
	mov rdx, qword ptr [r15+rcx+0x10]
	mov qword ptr [r15+rax+0x20], rdx
	lea r11d, ptr [rax+0x20]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov rdx, qword ptr [r15+rcx+0x18]
	mov qword ptr [r15+rax+0x28], rdx
	lea r11d, ptr [rax+0x28]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov rdx, qword ptr [r15+rcx+0x20]
	cmp dword ptr [rsp+0x8], 0x1
	jbe L3
	mov qword ptr [r15+rax+0x30], rdx
	lea r11d, ptr [rax+0x30]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov rdx, 0xfffa000000000000
	jmp L4
L3:
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rax+0x30], r11
L4:
	mov qword ptr [r15+rdi+0x578], rdx
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rcx+0x8], r11
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rcx+0x10], r11
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rcx+0x18], r11
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rcx+0x20], r11
	lea ecx, ptr [rsi+0x1]
	cmp ecx, dword ptr [rsp]
	jz L5
	test r8d, r8d
	jnz L6
L5:
	mov ecx, 0x0
L6:
	mov r11, rcx
	or r11, qword ptr [r13+0x68]
	mov qword ptr [r15+rax+0x10], r11
	mov r11, r8
	or r11, qword ptr [r13+0x68]
	mov qword ptr [r15+rax+0x18], r11
	mov rax, qword ptr [rsp+0x8]
	add rsp, 0x10
	ret
