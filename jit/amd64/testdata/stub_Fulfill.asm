func Fulfill
b0:
	v2:rdi, v3:rsi, v4:rdx = params
	v5 = mov.mov.4 v3 +40
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffffe0000 ->b3 ->b4
b4: <-b0
	jump ->b2
b3: <-b0
	v8 = mov.mov.3 v5:any
	br.cmp.3 cond=4 v8 +20 #0x1 ->b5 ->b12
b12: <-b3
	jump ->b1
b5: <-b3
	v9 = mov.mov.3 v8 +16
	v10 = mov.mov.4 v9 +8
	v11 = mov.mov.4 v2 +1360
	br.cmp.3 cond=4 v11:any *129 #0xffffffffffff0000 ->b6 ->b13
b13: <-b5
	jump ->b1
b6: <-b5
	v12 = mov.mov.3 v11:any
	v13 = mov.mov.4 v12 +8
	br.cmp.3 cond=4 v13:any *129 #0xffffffffffff0000 ->b7 ->b14
b14: <-b6
	jump ->b1
b7: <-b6
	v14 = mov.mov.3 v13:any
	v15 = mov.mov.3 v14
	v16 = lea.lea.3 v15 -8
	v17:same1 = shr.3 v16 *128 #0x5
	v18 = mov.mov.3 v12 +16
	v19 = mov.mov.3 v12 +24
	br.cmp.3 cond=2 v19:any v17:any ->b8 ->b15
b15: <-b7
	jump ->b1
b1: <-b12 <-b13 <-b14 <-b15
	v6 = const #0xffffffff
	ret v6:rax
b8: <-b7
	v20 = lea.lea.3 v18 v19
	br.cmp.3 cond=3 v20:any v17:any ->b9 ->b11
b11: <-b8
	jump ->b10(v20)
b9: <-b8
	v21:same1 = sub.3 v20 v17:any
	jump ->b10(v21)
b10(v1): <-b9 <-b11
	v22:same1 = shl.3 v1 *128 #0x5
	v23 = lea.lea.3 v14 v22
	storeconst v23 +8 #0xfff9000000000000
	store.mov.4 v23 v10 +16
	barrier v23 +16
	store.mov.4 v23 v4 +24
	barrier v23 +24
	storeconst v23 +32 #0xfffa000000000000
	v24 = lea.lea.3 v19 +1
	storebox v12 v24 +24 #0x68
	v25 = const #0x1
	chargeint v25
	jump ->b2
b2: <-b4 <-b10
	storeconst v3 +24 #0xfff9000000000001
	store.mov.4 v3 v4 +32
	barrier v3 +32
	storeconst v3 +40 #0xfffa000000000000
	v7 = const #0x0
	ret v7:rax

	sub rsp, 0x18
; 0:0
	mov rax, qword ptr [r15+rsi+0x28]
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x20000
	jnz L4
	mov eax, eax
	cmp dword ptr [r15+rax+0x14], 0x1
	jnz L1
	mov eax, dword ptr [r15+rax+0x10]
	mov rax, qword ptr [r15+rax+0x8]
	mov rcx, qword ptr [r15+rdi+0x550]
	mov r11, rcx
	shr r11, 0x20
	cmp r11d, -0x10000
	jnz L1
	mov ecx, ecx
	mov rdi, qword ptr [r15+rcx+0x8]
	mov r11, rdi
	shr r11, 0x20
	cmp r11d, -0x10000
	jnz L1
	mov edi, edi
	mov r8d, dword ptr [r15+rdi]
	lea r8d, ptr [r8-0x8]
	shr r8d, 0x5
	mov qword ptr [rsp], rax
	mov eax, dword ptr [r15+rcx+0x10]
	mov qword ptr [rsp+0x10], rax
	mov eax, dword ptr [r15+rcx+0x18]
	cmp eax, r8d
	jb L2
L1:
	mov eax, -0x1
	add rsp, 0x18
	ret
L2:
	mov qword ptr [rsp+0x8], r8
	mov r8, qword ptr [rsp+0x10]
	lea r8d, ptr [r8+rax]
	cmp r8d, dword ptr [rsp+0x8]
	jb L3
	sub r8d, dword ptr [rsp+0x8]
L3:
	shl r8d, 0x5
	lea edi, ptr [rdi+r8]
	mov r11, 0xfff9000000000000
	mov qword ptr [r15+rdi+0x8], r11
	mov r8, qword ptr [rsp]
	mov qword ptr [r15+rdi+0x10], r8
	lea r11d, ptr [rdi+0x10]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov qword ptr [r15+rdi+0x18], rdx
	lea r11d, ptr [rdi+0x18]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rdi+0x20], r11
	lea eax, ptr [rax+0x1]
	mov r11, rax
	or r11, qword ptr [r13+0x68]
	mov qword ptr [r15+rcx+0x18], r11
	mov eax, 0x1
	movsxd r11, eax
	sub r12, r11
L4:
	mov r11, 0xfff9000000000001
	mov qword ptr [r15+rsi+0x18], r11
	mov qword ptr [r15+rsi+0x20], rdx
	lea r11d, ptr [rsi+0x20]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rsi+0x28], r11
	mov eax, 0x0
	add rsp, 0x18
	ret
