func StringCodePoint
b0:
	v3:rdi, v4:rsi = params
	v5 = mov.mov.3 v3 +8
	v6 = mov.movzxb.3 v3 +4
	br.cmp.3 cond=6 v6:any #0x3 ->b3 ->b4
b4: <-b0
	br.cmp.3 cond=5 v6:any #0x5 ->b1 ->b5
b5: <-b4
	v10 = mov.mov.3 v3 +16
	v11 = mov.movzxb.3 v10 +4
	v12 = lea.lea.3 v11 -2
	v13 = mov.mov.3 v3 +20
	v14:same1 = shl.3 v13 v12:rcx
	v15 = lea.lea.3 v14 +16
	v16 = lea.lea.3 v10 v15
	jump ->b2(v16, v12)
b1: <-b4
	v7 = const #0xffffffff
	ret v7:rax
b3: <-b0
	v8 = lea.lea.3 v3 +16
	v9 = lea.lea.3 v6 -2
	jump ->b2(v8, v9)
b2(v1, v2): <-b3 <-b5
	br.test.3 cond=4 v2:any v2:any ->b6 ->b7
b7: <-b2
	v20 = lea.lea.3 v1 v4 *1
	v19 = mov.movzxw.3 v20
	v21:same1 = and.3 v19 #0xfc00
	br.cmp.3 cond=5 v21:any #0xd800 ->b12 ->b9
b9: <-b7
	v22 = lea.lea.3 v4 +1
	br.cmp.3 cond=3 v22:any v5:any ->b13 ->b10
b10: <-b9
	v24 = lea.lea.3 v1 v22 *1
	v23 = mov.movzxw.3 v24
	v25:same1 = and.3 v23 #0xfc00
	br.cmp.3 cond=5 v25:any #0xdc00 ->b14 ->b11
b11: <-b10
	v26 = lea.lea.3 v19 -55232
	v27:same1 = shl.3 v26 *128 #0xa
	v28:same1 = and.3 v23 #0x3ff
	v29:same1 = or.3 v27 v28:any
	ret v29:rax
b14: <-b10
	jump ->b8
b13: <-b9
	jump ->b8
b12: <-b7
	jump ->b8
b8: <-b12 <-b13 <-b14
	ret v19:rax
b6: <-b2
	v18 = lea.lea.3 v1 v4
	v17 = mov.movzxb.3 v18
	ret v17:rax

; 0:0
	mov eax, dword ptr [r15+rdi+0x8]
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L2
	cmp ecx, 0x5
	jnz L1
	mov edx, dword ptr [r15+rdi+0x10]
	movzx ecx, byte ptr [r15+rdx+0x4]
	lea r8d, ptr [rcx-0x2]
	mov ecx, dword ptr [r15+rdi+0x14]
	mov rdi, rcx
	mov rcx, r8
	shl edi, cl
	lea ecx, ptr [rdi+0x10]
	lea ecx, ptr [rdx+rcx]
	mov rdx, rcx
	jmp L3
L1:
	mov eax, -0x1
	ret
L2:
	lea edx, ptr [rdi+0x10]
	lea r8d, ptr [rcx-0x2]
L3:
	test r8d, r8d
	jz L5
	lea ecx, ptr [rdx+2*rsi]
	movzx ecx, word ptr [r15+rcx]
	mov rdi, rcx
	and edi, 0xfc00
	cmp edi, 0xd800
	jnz L4
	lea esi, ptr [rsi+0x1]
	cmp esi, eax
	jnb L4
	lea eax, ptr [rdx+2*rsi]
	movzx eax, word ptr [r15+rax]
	mov rdx, rax
	and edx, 0xfc00
	cmp edx, 0xdc00
	jnz L4
	lea ecx, ptr [rcx-0xd7c0]
	shl ecx, 0xa
	and eax, 0x3ff
	or ecx, eax
	mov rax, rcx
	ret
L4:
	mov rax, rcx
	ret
L5:
	lea eax, ptr [rdx+rsi]
	movzx eax, byte ptr [r15+rax]
	ret
