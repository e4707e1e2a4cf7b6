func Intern
b0:
	v2:rdi, v3:rsi, v4:rdx = params
	br.cmp.3 cond=5 v4:any *129 #0xffffffffffff0000 ->b7 ->b2
b2: <-b0
	v6 = mov.mov.3 v4:any
	v7 = mov.mov.3 v6
	v8 = lea.lea.3 v7 -16
	v9:same1 = shr.3 v8 *128 #0x2
	v10 = mov.mov.3 v6 +8
	v11 = lea.lea.3 v10 +1
	v12 = mov.mov.3 v6 +12
	v13 = lea.lea.3 v11 v12
	v14:same1 = shl.3 v13 *128 #0x2
	v15 = lea.lea.3 v9 v9 *1
	br.cmp.3 cond=7 v14:any v15:any ->b8 ->b3
b3: <-b2
	v16 = lea.lea.3 v9 -1
	v17:same1 = and.3 v3 v16:any
	jump ->b4(v17)
b4(v1): <-b3 <-b5 depth=1
	v18:same1 = shl.3 v1 *128 #0x2
	v19 = lea.lea.3 v6 v18
	v20 = mov.mov.3 v19 +16
	br.cmp.3 cond=7 v20:any #0x1 ->b5 ->b6
b5: <-b4 depth=1
	v21 = lea.lea.3 v1 +1
	v22:same1 = and.3 v21 v16:any
	jump ->b4(v22)
b6: <-b4
	v23 = mov.mov.3 v6 +12
	v24:same1 = sub.3 v23 v20:any
	store.mov.3 v6 v24 +12
	store.mov.3 v19 v2 +16
	barrier v19 +16
	store.mov.3 v6 v11 +8
	v25 = mov.movzxb.3 v2 +5
	v26:same1 = or.3 v25 #0x1
	store.mov.1 v2 v26 +5
	ret v2:rax
b8: <-b2
	jump ->b1
b7: <-b0
	jump ->b1
b1: <-b7 <-b8
	v5 = const #0x0
	ret v5:rax

	sub rsp, 0x10
; 0:0
	mov r11, rdx
	shr r11, 0x20
	cmp r11d, -0x10000
	jnz L3
	mov eax, edx
	mov ecx, dword ptr [r15+rax]
	lea ecx, ptr [rcx-0x10]
	shr ecx, 0x2
	mov edx, dword ptr [r15+rax+0x8]
	lea edx, ptr [rdx+0x1]
	mov r8d, dword ptr [r15+rax+0xc]
	lea r8d, ptr [rdx+r8]
	shl r8d, 0x2
	mov qword ptr [rsp], rsi
	lea esi, ptr [rcx+2*rcx]
	cmp r8d, esi
	jnbe L3
	lea ecx, ptr [rcx-0x1]
	mov rsi, qword ptr [rsp]
	and esi, ecx
	mov qword ptr [rsp+0x8], rcx
	nop word ptr [rax+rax], ax
L1:
	mov r8, rsi
	shl r8d, 0x2
	lea r8d, ptr [rax+r8]
	mov ecx, dword ptr [r15+r8+0x10]
	cmp ecx, 0x1
	jbe L2
	lea ecx, ptr [rsi+0x1]
	and ecx, dword ptr [rsp+0x8]
	mov rsi, rcx
	jmp L1
L2:
	mov esi, dword ptr [r15+rax+0xc]
	sub esi, ecx
	mov dword ptr [r15+rax+0xc], esi
	mov dword ptr [r15+r8+0x10], edi
	lea r11d, ptr [r8+0x10]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov dword ptr [r15+rax+0x8], edx
	movzx eax, byte ptr [r15+rdi+0x5]
	or eax, 0x1
	mov byte ptr [r15+rdi+0x5], al
	mov rax, rdi
	add rsp, 0x10
	ret
L3:
	mov eax, 0x0
	add rsp, 0x10
	ret
