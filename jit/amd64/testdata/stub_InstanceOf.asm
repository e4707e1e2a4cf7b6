func InstanceOf
b0:
	v3:rdi, v4:rsi = params
	v5 = const #0x0
	jump ->b4(v3, v5)
b4(v1, v2): <-b0 <-b8 depth=1
	v9 = mov.movzxb.3 v1 +4
	br.cmp.3 cond=4 v9:any #0x30 ->b9 ->b5
b5: <-b4 depth=1
	v10 = mov.mov.3 v1 +8
	v11 = mov.mov.3 v10 +8
	br.cmp.3 cond=4 v11:any v4:any ->b2 ->b6
b6: <-b5 depth=1
	br.test.3 cond=4 v11:any v11:any ->b3 ->b7
b7: <-b6 depth=1
	v12 = lea.lea.3 v2 +1
	br.cmp.3 cond=3 v12:any #0x20 ->b10 ->b8
b8: <-b7 depth=1
	jump ->b4(v11, v12)
b10: <-b7
	jump ->b1
b3: <-b6
	v8 = const #0x0
	ret v8:rax
b2: <-b5
	v7 = const #0x1
	ret v7:rax
b9: <-b4
	jump ->b1
b1: <-b9 <-b10
	v6 = const #0xffffffff
	ret v6:rax

; 0:0
	mov eax, 0x0
	nop word ptr [rax+rax], ax
	data16 nop
L1:
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x30
	jz L4
	mov ecx, dword ptr [r15+rdi+0x8]
	mov edi, dword ptr [r15+rcx+0x8]
	cmp edi, esi
	jz L3
	test edi, edi
	jz L2
	lea eax, ptr [rax+0x1]
	cmp eax, 0x20
	jnb L4
	jmp L1
L2:
	mov eax, 0x0
	ret
L3:
	mov eax, 0x1
	ret
L4:
	mov eax, -0x1
	ret
