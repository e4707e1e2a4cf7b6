func Enqueue
b0:
	v2:rdi, v3:rsi, v4:rdx = params
	v5 = mov.mov.4 v2 +1360
	br.cmp.3 cond=4 v5:any *129 #0xffffffffffff0000 ->b2 ->b8
b8: <-b0
	jump ->b1
b2: <-b0
	v7 = mov.mov.3 v5:any
	v8 = mov.mov.4 v7 +8
	br.cmp.3 cond=4 v8:any *129 #0xffffffffffff0000 ->b3 ->b9
b9: <-b2
	jump ->b1
b3: <-b2
	v9 = mov.mov.3 v8:any
	v10 = mov.mov.3 v9
	v11 = lea.lea.3 v10 -8
	v12:same1 = shr.3 v11 *128 #0x5
	v13 = mov.mov.3 v7 +16
	v14 = mov.mov.3 v7 +24
	br.cmp.3 cond=2 v14:any v12:any ->b4 ->b10
b10: <-b3
	jump ->b1
b1: <-b8 <-b9 <-b10
	v6 = const #0xffffffff
	ret v6:rax
b4: <-b3
	v15 = lea.lea.3 v13 v14
	br.cmp.3 cond=3 v15:any v12:any ->b5 ->b7
b7: <-b4
	jump ->b6(v15)
b5: <-b4
	v16:same1 = sub.3 v15 v12:any
	jump ->b6(v16)
b6(v1): <-b5 <-b7
	v17:same1 = shl.3 v1 *128 #0x5
	v18 = lea.lea.3 v9 v17
	storeconst v18 +8 #0xfff9000000000000
	store.mov.4 v18 v3 +16
	barrier v18 +16
	store.mov.4 v18 v4 +24
	barrier v18 +24
	storeconst v18 +32 #0xfffa000000000000
	v19 = lea.lea.3 v14 +1
	storebox v7 v19 +24 #0x68
	v20 = const #0x0
	ret v20:rax

	sub rsp, 0x8
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
	mov edi, dword ptr [r15+rcx]
	lea edi, ptr [rdi-0x8]
	shr edi, 0x5
	mov r8d, dword ptr [r15+rax+0x10]
	mov qword ptr [rsp], rax
	mov eax, dword ptr [r15+rax+0x18]
	cmp eax, edi
	jb L2
L1:
	mov eax, -0x1
	add rsp, 0x8
	ret
L2:
	lea r8d, ptr [r8+rax]
	cmp r8d, edi
	jb L3
	sub r8d, edi
L3:
	shl r8d, 0x5
	lea ecx, ptr [rcx+r8]
	mov r11, 0xfff9000000000000
	mov qword ptr [r15+rcx+0x8], r11
	mov qword ptr [r15+rcx+0x10], rsi
	lea r11d, ptr [rcx+0x10]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov qword ptr [r15+rcx+0x18], rdx
	lea r11d, ptr [rcx+0x18]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rcx+0x20], r11
	lea eax, ptr [rax+0x1]
	mov rcx, qword ptr [rsp]
	mov r11, rax
	or r11, qword ptr [r13+0x68]
	mov qword ptr [r15+rcx+0x18], r11
	mov eax, 0x0
	add rsp, 0x8
	ret
