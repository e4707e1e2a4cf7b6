func TablePlace
b0:
	v3:rdi, v4:rsi = params
	v5 = mov.mov.3 v3 +24
	v6:same1 = minmaxint.3 cond=15 v4 v5
	v7 = mov.mov.3 v3 +28
	v8 = mov.mov.3 v3 +16
	v9 = lea.lea.3 v6 +64
	v10:same1 = imul.3 v6 v7:any
	v11 = lea.lea.3 v3 v10
	jump ->b1(v6, v11)
b1(v1, v2): <-b0 <-b4 depth=1
	br.cmp.3 cond=3 v1:any v8:any ->b8 ->b5
b5: <-b1 depth=1
	v15 = mov.mov.4 v2 +40
	br.cmp.4 cond=5 v15:any #0xfffa000000000006 ->b9 ->b6
b6: <-b5 depth=1
	br.cmp.3 cond=3 v1:any v9:any ->b3 ->b7
b7: <-b6 depth=1
	jump ->b4
b4: <-b7 depth=1
	v13 = lea.lea.3 v1 +1
	v14 = lea.lea.3 v2 v7
	jump ->b1(v13, v14)
b3: <-b6
	v12 = const #0xffffffff
	ret v12:rax
b9: <-b5
	jump ->b2
b8: <-b1
	jump ->b2
b2: <-b8 <-b9
	ret v1:rax

; 0:0
	mov eax, dword ptr [r15+rdi+0x18]
	cmp eax, esi
	cmovnle esi, eax
	mov eax, dword ptr [r15+rdi+0x1c]
	mov ecx, dword ptr [r15+rdi+0x10]
	lea edx, ptr [rsi+0x40]
	mov r8, rsi
	imul r8d, eax
	lea edi, ptr [rdi+r8]
	nop word ptr [rax+rax], ax
	nop dword ptr [rax+rax], eax
L1:
	cmp esi, ecx
	jnb L3
	mov r8, qword ptr [r15+rdi+0x28]
	cmp r8, qword ptr [C1]
	jnz L3
	cmp esi, edx
	jnb L2
	lea esi, ptr [rsi+0x1]
	lea edi, ptr [rdi+rax]
	jmp L1
L2:
	mov eax, -0x1
	ret
L3:
	mov rax, rsi
	ret
C1:
	.quad 0xfffa000000000006
