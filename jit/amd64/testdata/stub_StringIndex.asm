func StringIndex
b0:
	v3:rdi = params
	v4 = mov.mov.3 v3 +8
	br.cmp.3 cond=7 v4:any #0xa ->b13 ->b3
b3: <-b0
	br.test.3 cond=4 v4:any v4:any ->b14 ->b4
b4: <-b3
	br.cmp.3 cond=4 v4:any #0xa ->b15 ->b5
b5: <-b4
	br.cmp.1 cond=5 v3 *128 +4 #0x2 ->b16 ->b6
b6: <-b5
	v7 = mov.movzxb.3 v3 +16
	v8 = lea.lea.3 v7 -48
	br.cmp.3 cond=7 v8:any #0x9 ->b17 ->b7
b7: <-b6
	v9 = const #0x1
	jump ->b8(v9, v8)
b8(v1, v2): <-b7 <-b12 depth=1
	br.cmp.3 cond=3 v1:any v4:any ->b9 ->b10
b10: <-b8 depth=1
	br.test.3 cond=4 v2:any v2:any ->b18 ->b11
b11: <-b10 depth=1
	v11 = lea.lea.3 v1 +1
	v12 = mov.imul3.3 v2 #0xa
	v14 = lea.lea.3 v3 v1
	v13 = mov.movzxb.3 v14 +16
	v15 = lea.lea.3 v13 -48
	br.cmp.3 cond=7 v15:any #0x9 ->b19 ->b12
b12: <-b11 depth=1
	v16 = lea.lea.3 v12 v15
	jump ->b8(v11, v16)
b19: <-b11
	jump ->b1
b18: <-b10
	jump ->b1
b9: <-b8
	v10 = lea.lea.3 v2 +1
	ret v10:rax
b17: <-b6
	jump ->b1
b16: <-b5
	jump ->b2
b15: <-b4
	jump ->b2
b2: <-b15 <-b16
	v6 = const #0xffffffff
	ret v6:rax
b14: <-b3
	jump ->b1
b13: <-b0
	jump ->b1
b1: <-b13 <-b14 <-b17 <-b18 <-b19
	v5 = const #0x0
	ret v5:rax

; 0:0
	mov eax, dword ptr [r15+rdi+0x8]
	cmp eax, 0xa
	jnbe L4
	test eax, eax
	jz L4
	cmp eax, 0xa
	jz L3
	cmp byte ptr [r15+rdi+0x4], 0x2
	jnz L3
	movzx ecx, byte ptr [r15+rdi+0x10]
	lea ecx, ptr [rcx-0x30]
	cmp ecx, 0x9
	jnbe L4
	mov edx, 0x1
	nop word ptr [rax+rax], ax
	nop dword ptr [rax+rax], eax
L1:
	cmp edx, eax
	jnb L2
	test ecx, ecx
	jz L4
	lea esi, ptr [rdx+0x1]
	imul ecx, ecx, 0xa
	lea edx, ptr [rdi+rdx]
	movzx edx, byte ptr [r15+rdx+0x10]
	lea edx, ptr [rdx-0x30]
	cmp edx, 0x9
	jnbe L4
	lea ecx, ptr [rcx+rdx]
	mov rdx, rsi
	jmp L1
L2:
	lea eax, ptr [rcx+0x1]
	ret
L3:
	mov eax, -0x1
	ret
L4:
	mov eax, 0x0
	ret
