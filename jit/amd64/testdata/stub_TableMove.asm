func TableMove
b0:
	v15:rdi = params
	v16 = mov.mov.3 v15:any
	v17 = mov.mov.3 v16 +20
	v18 = mov.mov.3 v16 +16
	br.cmp.3 cond=6 v17:any #0x40 ->b2 ->b54
b54: <-b0
	jump ->b1
b2: <-b0
	br.cmp.3 cond=6 v18:any #0x80 ->b3 ->b55
b55: <-b2
	jump ->b1
b3: <-b2
	v20 = mov.mov.3 v16 +28
	v21:same1 = imul.3 v18 v20:any
	v22 = lea.lea.3 v21 +40
	br.cmp.3 cond=3 v22:any v16 ->b4 ->b56
b56: <-b3
	jump ->b1
b4: <-b3
	v23:same1 = shl.3 v17 *128 #0x1
	v24 = const #0x4
	jump ->b5(v24)
b5(v1): <-b4 <-b7 depth=1
	br.cmp.3 cond=2 v1:any v23:any ->b7 ->b6
b7: <-b5 depth=1
	v25:same1 = shl.3 v1 *128 #0x1
	jump ->b5(v25)
b6: <-b5
	br.cmp.3 cond=7 v1:any #0x8 ->b8 ->b10
b10: <-b6
	v37 = const #0x0
	jump ->b9(v37)
b8: <-b6
	v26:same1 = shl.3 v1 *128 #0x1
	v27:same1 = shl.3 v26 *128 #0x2
	v28 = lea.lea.3 v27 +8
	v29:early = allocsize v28:late #0xa exit1:deopt/memory@0
	v30 = const #0x0
	jump ->b11(v30)
b11(v3): <-b8 <-b13 depth=1
	br.cmp.3 cond=2 v3:any v26:any ->b13 ->b12
b13: <-b11 depth=1
	v38 = lea.lea.3 v29 v3 *2
	v39 = const #0x0
	store.mov.3 v38 v39 +8
	v40 = lea.lea.3 v3 +1
	jump ->b11(v40)
b12: <-b11
	jump ->b9(v29)
b9(v2): <-b10 <-b12
	v31:same1 = imul.3 v1 v20:any
	v32 = lea.lea.3 v31 +40
	v33:early = allocsize v32:late #0x14 exit2:deopt/memory@0
	v34:same1 = imul.3 v1 v20:any
	v35:same1 = shr.3 v34 *128 #0x3
	v36 = const #0x0
	jump ->b14(v36)
b14(v4): <-b9 <-b16 depth=1
	br.cmp.3 cond=2 v4:any v35:any ->b16 ->b15
b16: <-b14 depth=1
	v42 = lea.lea.3 v33 v4 *3
	storeconst v42 +40 #0xfffa000000000006
	v43 = lea.lea.3 v4 +1
	jump ->b14(v43)
b15: <-b14
	store.mov.3 v33 +12
	store.mov.3 v33 +24
	store.mov.3 v33 +32
	store.mov.3 v33 +36
	store.mov.3 v33 v17 +16
	store.mov.3 v33 v17 +20
	store.mov.3 v33 v20 +28
	store.mov.3 v33 v2 +8
	v41 = const #0x0
	jump ->b17(v41, v16, v41, v33)
b17(v5, v6, v7, v8): <-b15 <-b19 <-b24 depth=1
	br.cmp.3 cond=2 v5:any v18:any ->b20 ->b18
b20: <-b17 depth=1
	v44 = lea.lea.3 v5 +1
	v45 = lea.lea.3 v6 v20
	v46 = mov.mov.4 v6 +40
	br.cmp.4 cond=4 v46:any #0xfffa000000000006 ->b19 ->b21
b21: <-b20 depth=1
	store.mov.4 v8 v46 +40
	br.cmp.3 cond=4 v20:any #0x10 ->b22 ->b58
b58: <-b21 depth=1
	jump ->b23
b22: <-b21 depth=1
	v47 = mov.mov.4 v6 +48
	store.mov.4 v8 v47 +48
	jump ->b23
b23: <-b58 <-b22 depth=1
	v48 = lea.lea.3 v7 +1
	br.test.3 cond=4 v2:any v2:any ->b25 ->b26
b26: <-b23 depth=1
	br.cmp.3 cond=4 v46:any *129 #0xfffffffffffd0000 ->b30 ->b33
b33: <-b26 depth=1
	br.cmp.3 cond=4 v46:any *129 #0xfffffffffffe0000 ->b31 ->b34
b34: <-b33 depth=1
	br.cmp.3 cond=4 v46:any *129 #0xfffffffffff90000 ->b60 ->b35
b35: <-b34 depth=1
	br.cmp.3 cond=4 v46:any *129 #0xfffffffffffa0000 ->b61 ->b36
b61: <-b35 depth=1
	jump ->b29
b60: <-b34 depth=1
	jump ->b29
b29: <-b60 <-b61 depth=1
	v56 = mov.mov.3 v46:any
	v57 = mov.imul3.3 v56 #0xffffffff9e3779b1
	v58:same1 = shr.3 v57 *128 #0xf
	v59:same1 = xor.3 v57 v58:any
	jump ->b27(v59)
b31: <-b33 depth=1
	v61 = mov.mov.3 v46:any
	v62 = mov.movzxw.3 v61 +6
	v63 = mov.imul3.3 v62 #0xffffffff9e3779b1
	jump ->b28(v63)
b30: <-b26 depth=1
	v60 = mov.mov.3 v46:any
	br.cmp.3 cond=3 v60 +8 #0x1000 ->b59 ->b37
b37: <-b30 depth=1
	v64:early = strhash v60:late v65:temp v66:temp v67:temp
	jump ->b28(v64)
b28(v10): <-b31 <-b37 depth=1
	br.test.3 cond=4 v10:any v10:any ->b32 ->b38
b38: <-b28 depth=1
	jump ->b27(v10)
b32: <-b28 depth=1
	br.test.3 cond=4 v2:any v2:any ->b39 ->b40
b39: <-b32 depth=1
	v68 = const #0x0
	jump ->b27(v68)
b27(v9): <-b29 <-b38 <-b39 depth=1
	v50 = mov.mov.3 v2
	v51 = lea.lea.3 v50 -8
	v52:same1 = shr.3 v51 *128 #0x2
	v53 = lea.lea.3 v52 -1
	v54:same1 = and.3 v9 v53:any
	v55 = lea.lea.3 v54 +64
	jump ->b41(v54)
b41(v11): <-b27 <-b44 depth=2
	br.cmp.3 cond=3 v11:any v55:any ->b62 ->b43
b43: <-b41 depth=2
	v69:same1 = and.3 v11 v53:any
	v72 = lea.lea.3 v2 v69 *2
	v71 = mov.mov.3 v72 +8
	br.test.3 cond=4 v71:any v71:any ->b42 ->b44
b44: <-b43 depth=2
	v73 = lea.lea.3 v11 +1
	jump ->b41(v73)
b42: <-b43 depth=1
	v70 = lea.lea.3 v2 v69 *2
	store.mov.3 v70 v48 +8
	jump ->b24
b25: <-b23 depth=1
	jump ->b24
b24: <-b25 <-b42 depth=1
	v49 = lea.lea.3 v8 v20
	jump ->b17(v44, v45, v48, v49)
b19: <-b20 depth=1
	jump ->b17(v44, v45, v7, v8)
b62: <-b41
	jump ->b1
b40: <-b32
	jump ->b1
b59: <-b30
	jump ->b1
b36: <-b35
	jump ->b1
b1: <-b54 <-b55 <-b56 <-b59 <-b36 <-b40 <-b62
	v19 = const #0x0
	ret v19:rax
b18: <-b17
	store.mov.3 v16 v17 +36
	br.cmp.3 cond=5 v17:any v18:any ->b46 ->b57
b57: <-b18
	jump ->b45
b46: <-b18
	v74 = const #0x0
	jump ->b47(v74, v16, v74)
b47(v12, v13, v14): <-b46 <-b50 <-b51 depth=1
	br.cmp.3 cond=2 v12:any v18:any ->b49 ->b48
b49: <-b47 depth=1
	v75 = mov.mov.4 v13 +40
	storebox v13 v14 +40 #0x68
	v76 = lea.lea.3 v12 +1
	v77 = lea.lea.3 v13 v20
	br.cmp.4 cond=4 v75:any #0xfffa000000000006 ->b50 ->b52
b52: <-b49 depth=1
	br.cmp.3 cond=5 v20:any #0x10 ->b63 ->b53
b53: <-b52 depth=1
	storeconst v13 +48 #0xfffa000000000000
	jump ->b51
b63: <-b52 depth=1
	jump ->b51
b51: <-b63 <-b53 depth=1
	v78 = lea.lea.3 v14 +1
	jump ->b47(v76, v77, v78)
b50: <-b49 depth=1
	jump ->b47(v76, v77, v14)
b48: <-b47
	store.mov.3 v16 +32 #0x1
	store.mov.3 v16 v18 +20
	store.mov.3 v16 +24
	jump ->b45
b45: <-b57 <-b48
	store.mov.3 v16 v33 +12
	barrier v16 +12
	ret v33:rax

	sub rsp, 0x48
; 0:0
	mov eax, edi
	mov qword ptr [rsp], rax
	mov ecx, dword ptr [r15+rax+0x14]
	mov edx, dword ptr [r15+rax+0x10]
	mov qword ptr [rsp+0x10], rdx
	cmp ecx, 0x40
	jnbe L25
	cmp edx, 0x80
	jnbe L25
	mov esi, dword ptr [r15+rax+0x1c]
	mov qword ptr [rsp+0x18], rsi
	mov rdi, rdx
	imul edi, esi
	lea edi, ptr [rdi+0x28]
	cmp edi, dword ptr [r15+rax]
	jb L25
	mov rdi, rcx
	shl edi, 0x1
	mov r8d, 0x4
	nop word ptr [rax+rax], ax
L1:
	cmp r8d, edi
	jnb L2
	shl r8d, 0x1
	jmp L1
L2:
	cmp r8d, 0x8
	jnbe L3
	mov qword ptr [rsp+0x20], r8
	mov edx, 0x0
	jmp L5
L3:
	mov rdi, r8
	shl edi, 0x1
	mov rax, rdi
	shl eax, 0x2
	lea eax, ptr [rax+0x8]
	mov edx, dword ptr [r13+0x48]
	lea r11, ptr [rdx+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L32
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdx], eax
	mov dword ptr [r15+rdx+0x4], 0xa
	mov qword ptr [rsp+0x28], rdi
	mov qword ptr [rsp+0x20], r8
	mov eax, 0x0
	nop dword ptr [rax], eax
L4:
	cmp eax, dword ptr [rsp+0x28]
	jnb L5
	lea edi, ptr [rdx+4*rax]
	mov r8d, 0x0
	mov dword ptr [r15+rdi+0x8], r8d
	lea eax, ptr [rax+0x1]
	jmp L4
L5:
	mov rax, qword ptr [rsp+0x20]
	imul eax, esi
	lea eax, ptr [rax+0x28]
	mov edi, dword ptr [r13+0x48]
	lea r11, ptr [rdi+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L32
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdi], eax
	mov dword ptr [r15+rdi+0x4], 0x14
	mov rax, qword ptr [rsp+0x20]
	imul eax, esi
	shr eax, 0x3
	mov qword ptr [rsp+0x20], rax
	mov r8d, 0x0
	nop word ptr [rax+rax], ax
	nop word ptr [rax+rax], ax
L6:
	cmp r8d, dword ptr [rsp+0x20]
	jnb L7
	lea eax, ptr [rdi+8*r8]
	mov r11, 0xfffa000000000006
	mov qword ptr [r15+rax+0x28], r11
	lea r8d, ptr [r8+0x1]
	jmp L6
L7:
	mov dword ptr [r15+rdi+0xc], 0x0
	mov dword ptr [r15+rdi+0x18], 0x0
	mov dword ptr [r15+rdi+0x20], 0x0
	mov dword ptr [r15+rdi+0x24], 0x0
	mov dword ptr [r15+rdi+0x10], ecx
	mov dword ptr [r15+rdi+0x14], ecx
	mov dword ptr [r15+rdi+0x1c], esi
	mov dword ptr [r15+rdi+0x8], edx
	mov r8, qword ptr [rsp]
	mov qword ptr [rsp+0x8], rcx
	mov qword ptr [rsp+0x28], rdi
	mov eax, 0x0
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L8:
	mov qword ptr [rsp+0x20], rdi
	cmp eax, dword ptr [rsp+0x10]
	jnb L26
	lea eax, ptr [rax+0x1]
	mov qword ptr [rsp+0x30], rax
	lea eax, ptr [r8+rsi]
	mov qword ptr [rsp+0x38], rax
	mov rax, qword ptr [r15+r8+0x28]
	cmp rax, qword ptr [C1]
	jz L24
	mov qword ptr [r15+rdi+0x28], rax
	cmp esi, 0x10
	jnz L9
	mov r8, qword ptr [r15+r8+0x30]
	mov qword ptr [r15+rdi+0x30], r8
L9:
	lea ecx, ptr [rcx+0x1]
	mov qword ptr [rsp+0x40], rcx
	test edx, edx
	jz L23
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x30000
	jz L12
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x20000
	jz L11
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x70000
	jz L10
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x60000
	jnz L25
L10:
	mov eax, eax
	mov r11d, 0x67aaab7a
	xor r11d, -0x6622d35
	imul eax, r11d
	mov r8, rax
	shr r8d, 0xf
	xor eax, r8d
	mov rcx, rax
	jmp L20
L11:
	mov eax, eax
	movzx eax, word ptr [r15+rax+0x6]
	mov r11d, 0x55eeb047
	xor r11d, -0x3426360a
	imul eax, r11d
	mov rcx, rax
	jmp L19
L12:
	mov eax, eax
	cmp dword ptr [r15+rax+0x8], 0x1000
	jnb L25
	mov ecx, dword ptr [r15+rax+0xc]
	test ecx, ecx
	jnz L19
	cmp byte ptr [r15+rax+0x4], 0x2
	jnz L19
	mov ecx, dword ptr [r15+rax+0x8]
	cmp ecx, 0x40
	jnbe L18
	mov edi, eax
	mov esi, ecx
L13:
	cmp esi, 0x8
	jb L14
	xor rcx, qword ptr [r15+rdi+0x10]
	imul rcx, qword ptr [C2]
	mov r8, rcx
	shr r8, 0x20
	xor rcx, r8
	add edi, 0x8
	sub esi, 0x8
	jmp L13
L14:
	test esi, esi
	jz L16
	xor r8d, r8d
L15:
	mov r11d, edi
	add r11d, esi
	movzx r11d, byte ptr [r15+r11+0xf]
	shl r8, 0x8
	or r8, r11
	sub esi, 0x1
	jnz L15
	xor rcx, r8
	imul rcx, qword ptr [C2]
	mov r8, rcx
	shr r8, 0x20
	xor rcx, r8
L16:
	mov r8, rcx
	shr r8, 0x1d
	xor rcx, r8
	imul rcx, qword ptr [C3]
	mov r8, rcx
	shr r8, 0x20
	xor rcx, r8
	mov ecx, ecx
	test ecx, ecx
	jnz L17
	mov ecx, 0x1
L17:
	cmp eax, dword ptr [r13+0xcc]
	jb L19
	mov dword ptr [r15+rax+0xc], ecx
	jmp L19
L18:
	xor ecx, ecx
L19:
	test ecx, ecx
	jnz L20
	test edx, edx
	jnz L25
	mov ecx, 0x0
L20:
	mov eax, dword ptr [r15+rdx]
	lea eax, ptr [rax-0x8]
	shr eax, 0x2
	lea eax, ptr [rax-0x1]
	and ecx, eax
	lea esi, ptr [rcx+0x40]
	nop word ptr [rax+rax], ax
L21:
	cmp ecx, esi
	jnb L25
	mov rdi, rcx
	and edi, eax
	lea r8d, ptr [rdx+4*rdi]
	mov r8d, dword ptr [r15+r8+0x8]
	test r8d, r8d
	jz L22
	lea ecx, ptr [rcx+0x1]
	jmp L21
L22:
	lea eax, ptr [rdx+4*rdi]
	mov rcx, qword ptr [rsp+0x40]
	mov dword ptr [r15+rax+0x8], ecx
L23:
	mov rsi, qword ptr [rsp+0x18]
	mov rdi, qword ptr [rsp+0x20]
	lea edi, ptr [rdi+rsi]
	mov r8, qword ptr [rsp+0x38]
	mov rax, qword ptr [rsp+0x30]
	jmp L8
L24:
	mov r8, qword ptr [rsp+0x38]
	mov rax, qword ptr [rsp+0x30]
	jmp L8
L25:
	mov eax, 0x0
	add rsp, 0x48
	ret
L26:
	mov rcx, qword ptr [rsp+0x8]
	mov rax, qword ptr [rsp]
	mov dword ptr [r15+rax+0x24], ecx
	cmp ecx, dword ptr [rsp+0x10]
	jz L31
	mov rdx, rax
	mov ecx, 0x0
	mov edi, 0x0
	nop dword ptr [rax+rax], eax
L27:
	cmp ecx, dword ptr [rsp+0x10]
	jnb L30
	mov r8, qword ptr [r15+rdx+0x28]
	mov r11, rdi
	or r11, qword ptr [r13+0x68]
	mov qword ptr [r15+rdx+0x28], r11
	lea ecx, ptr [rcx+0x1]
	mov qword ptr [rsp+0x8], rcx
	lea ecx, ptr [rdx+rsi]
	cmp r8, qword ptr [C1]
	jz L29
	cmp esi, 0x10
	jnz L28
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rdx+0x30], r11
L28:
	lea edi, ptr [rdi+0x1]
	mov rdx, rcx
	mov rcx, qword ptr [rsp+0x8]
	jmp L27
L29:
	mov rdx, rcx
	mov rcx, qword ptr [rsp+0x8]
	jmp L27
L30:
	mov dword ptr [r15+rax+0x20], 0x1
	mov rdx, qword ptr [rsp+0x10]
	mov dword ptr [r15+rax+0x14], edx
	mov dword ptr [r15+rax+0x18], 0x0
L31:
	mov rdi, qword ptr [rsp+0x28]
	mov dword ptr [r15+rax+0xc], edi
	lea r11d, ptr [rax+0xc]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov rax, rdi
	add rsp, 0x48
	ret
L32:
	mov eax, 0x0
	add rsp, 0x48
	ret
C1:
	.quad 0xfffa000000000006
C2:
	.quad 0x9e3779b97f4a7c15
C3:
	.quad 0xbf58476d1ce4e5b9
