func StringUnit
b0:
	v4:rdi, v5:rsi = params
	v6 = mov.movzxb.3 v4 +4
	br.cmp.3 cond=6 v6:any #0x3 ->b3 ->b4
b4: <-b0
	br.cmp.3 cond=5 v6:any #0x5 ->b1 ->b5
b5: <-b4
	v10 = mov.mov.3 v4 +16
	v11 = mov.movzxb.3 v10 +4
	v12 = lea.lea.3 v11 -2
	v13 = mov.mov.3 v4 +20
	v14:same1 = shl.3 v13 v12:rcx
	v15 = lea.lea.3 v14 +16
	v16 = lea.lea.3 v10 v15
	jump ->b2(v16, v12)
b1: <-b4
	v7 = const #0xffffffff
	ret v7:rax
b3: <-b0
	v8 = lea.lea.3 v4 +16
	v9 = lea.lea.3 v6 -2
	jump ->b2(v8, v9)
b2(v1, v2): <-b3 <-b5
	br.test.3 cond=4 v2:any v2:any ->b7 ->b8
b8: <-b2
	v20 = lea.lea.3 v1 v5 *1
	v19 = mov.movzxw.3 v20
	jump ->b6(v19)
b7: <-b2
	v18 = lea.lea.3 v1 v5
	v17 = mov.movzxb.3 v18
	jump ->b6(v17)
b6(v3): <-b7 <-b8
	ret v3:rax

; 0:0
	movzx eax, byte ptr [r15+rdi+0x4]
	cmp eax, 0x3
	jbe L2
	cmp eax, 0x5
	jnz L1
	mov eax, dword ptr [r15+rdi+0x10]
	movzx ecx, byte ptr [r15+rax+0x4]
	lea edx, ptr [rcx-0x2]
	mov ecx, dword ptr [r15+rdi+0x14]
	mov rdi, rcx
	mov rcx, rdx
	shl edi, cl
	lea ecx, ptr [rdi+0x10]
	lea eax, ptr [rax+rcx]
	mov rcx, rax
	jmp L3
L1:
	mov eax, -0x1
	ret
L2:
	lea ecx, ptr [rdi+0x10]
	lea edx, ptr [rax-0x2]
L3:
	test edx, edx
	jz L4
	lea eax, ptr [rcx+2*rsi]
	movzx eax, word ptr [r15+rax]
	jmp L5
L4:
	lea eax, ptr [rcx+rsi]
	movzx eax, byte ptr [r15+rax]
L5:
	ret
