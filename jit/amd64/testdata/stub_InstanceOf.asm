func InstanceOf
b0:
	v2:rdi, v3:rsi = params
	jump ->b4(v2)
b4(v1): <-b0 <-b7 depth=1
	v7 = mov.movzxb.3 v1 +4
	br.cmp.3 cond=4 v7:any #0x30 ->b1 ->b5
b5: <-b4 depth=1
	v8 = mov.mov.3 v1 +8
	v9 = mov.mov.3 v8 +8
	br.cmp.3 cond=4 v9:any v3:any ->b2 ->b6
b6: <-b5 depth=1
	br.test.3 cond=4 v9:any v9:any ->b3 ->b7
b7: <-b6 depth=1
	jump ->b4(v9)
b3: <-b6
	v6 = const #0x0
	ret v6:rax
b2: <-b5
	v5 = const #0x1
	ret v5:rax
b1: <-b4
	v4 = const #0xffffffff
	ret v4:rax

; 0:0
L1:
	movzx eax, byte ptr [r15+rdi+0x4]
	cmp eax, 0x30
	jz L3
	mov eax, dword ptr [r15+rdi+0x8]
	mov edi, dword ptr [r15+rax+0x8]
	cmp edi, esi
	jz L2
	test edi, edi
	jnz L1
	mov eax, 0x0
	ret
L2:
	mov eax, 0x1
	ret
L3:
	mov eax, -0x1
	ret
