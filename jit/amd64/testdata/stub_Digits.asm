func Digits
b0:
	v5:rdi = params
	v6 = mov.mov.3 v5 +8
	v7 = lea.lea.3 v6 -1
	br.cmp.3 cond=3 v7:any #0x7 ->b12 ->b2
b2: <-b0
	v9 = mov.movzxb.3 v5 +4
	br.cmp.3 cond=6 v9:any #0x3 ->b4 ->b5
b5: <-b2
	br.cmp.3 cond=5 v9:any #0x5 ->b14 ->b6
b6: <-b5
	v12 = mov.mov.3 v5 +16
	v13 = mov.movzxb.3 v12 +4
	v14 = lea.lea.3 v13 -2
	v15 = mov.mov.3 v5 +20
	v16:same1 = shl.3 v15 v14:rcx
	v17 = lea.lea.3 v16 +16
	v18 = lea.lea.3 v12 v17
	jump ->b3(v18, v14)
b14: <-b5
	jump ->b1
b4: <-b2
	v10 = lea.lea.3 v5 +16
	v11 = lea.lea.3 v9 -2
	jump ->b3(v10, v11)
b3(v1, v2): <-b4 <-b6
	br.test.3 cond=5 v2:any v2:any ->b13 ->b7
b7: <-b3
	v19 = const #0x0
	jump ->b8(v19, v19)
b8(v3, v4): <-b7 <-b11 depth=1
	br.cmp.3 cond=2 v3:any v6:any ->b9 ->b10
b9: <-b8 depth=1
	v21 = lea.lea.3 v1 v3
	v20 = mov.movzxb.3 v21
	v22 = lea.lea.3 v20 -48
	br.cmp.3 cond=7 v22:any #0x9 ->b15 ->b11
b11: <-b9 depth=1
	v23 = lea.lea.3 v3 +1
	v24 = mov.imul3.3 v4 #0xa
	v25 = lea.lea.3 v24 v22
	jump ->b8(v23, v25)
b15: <-b9
	jump ->b1
b10: <-b8
	ret v4:rax
b13: <-b3
	jump ->b1
b12: <-b0
	jump ->b1
b1: <-b12 <-b13 <-b14 <-b15
	v8 = const #0xffffffff
	ret v8:rax

; 0:0
	mov eax, dword ptr [r15+rdi+0x8]
	lea ecx, ptr [rax-0x1]
	cmp ecx, 0x7
	jnb L5
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L1
	cmp ecx, 0x5
	jnz L5
	mov edx, dword ptr [r15+rdi+0x10]
	movzx ecx, byte ptr [r15+rdx+0x4]
	lea esi, ptr [rcx-0x2]
	mov ecx, dword ptr [r15+rdi+0x14]
	mov rdi, rcx
	mov rcx, rsi
	shl edi, cl
	lea ecx, ptr [rdi+0x10]
	lea ecx, ptr [rdx+rcx]
	mov rdx, rcx
	jmp L2
L1:
	lea edx, ptr [rdi+0x10]
	lea esi, ptr [rcx-0x2]
L2:
	test esi, esi
	jnz L5
	mov ecx, 0x0
	mov esi, 0x0
	nop word ptr [rax+rax], ax
L3:
	cmp ecx, eax
	jnb L4
	lea edi, ptr [rdx+rcx]
	movzx edi, byte ptr [r15+rdi]
	lea edi, ptr [rdi-0x30]
	cmp edi, 0x9
	jnbe L5
	lea ecx, ptr [rcx+0x1]
	imul esi, esi, 0xa
	lea esi, ptr [rsi+rdi]
	jmp L3
L4:
	mov rax, rsi
	ret
L5:
	mov eax, -0x1
	ret
