func StringCompare
b0:
	v13:rdi, v14:rsi = params
	br.cmp.3 cond=4 v13:any v14:any ->b1 ->b3
b3: <-b0
	v17 = mov.mov.3 v13 +8
	v18 = mov.mov.3 v14 +8
	v19:same1 = minmaxint.3 cond=12 v17 v18
	br.cmp.3 cond=3 v19:any #0x1000 ->b35 ->b4
b4: <-b3
	v20 = mov.movzxb.3 v13 +4
	br.cmp.3 cond=6 v20:any #0x3 ->b6 ->b7
b7: <-b4
	br.cmp.3 cond=5 v20:any #0x5 ->b36 ->b8
b8: <-b7
	v24 = mov.mov.3 v13 +16
	v25 = mov.movzxb.3 v24 +4
	v26 = lea.lea.3 v25 -2
	v27 = mov.mov.3 v13 +20
	v28:same1 = shl.3 v27 v26:rcx
	v29 = lea.lea.3 v28 +16
	v30 = lea.lea.3 v24 v29
	jump ->b5(v30, v26)
b36: <-b7
	jump ->b2
b6: <-b4
	v22 = lea.lea.3 v13 +16
	v23 = lea.lea.3 v20 -2
	jump ->b5(v22, v23)
b5(v1, v2): <-b6 <-b8
	v21 = mov.movzxb.3 v14 +4
	br.cmp.3 cond=6 v21:any #0x3 ->b10 ->b11
b11: <-b5
	br.cmp.3 cond=5 v21:any #0x5 ->b37 ->b12
b12: <-b11
	v34 = mov.mov.3 v14 +16
	v35 = mov.movzxb.3 v34 +4
	v36 = lea.lea.3 v35 -2
	v37 = mov.mov.3 v14 +20
	v38:same1 = shl.3 v37 v36:rcx
	v39 = lea.lea.3 v38 +16
	v40 = lea.lea.3 v34 v39
	jump ->b9(v40, v36)
b37: <-b11
	jump ->b2
b10: <-b5
	v32 = lea.lea.3 v14 +16
	v33 = lea.lea.3 v21 -2
	jump ->b9(v32, v33)
b9(v3, v4): <-b10 <-b12
	v31:same1 = or.3 v2 v4:any
	br.test.3 cond=5 v31:any v31:any ->b14 ->b16
b16: <-b9
	v56 = const #0x0
	jump ->b17(v56)
b17(v8): <-b16 <-b21 depth=1
	v57 = lea.lea.3 v8 +8
	br.cmp.3 cond=6 v57:any v19:any ->b19 ->b38
b19: <-b17 depth=1
	v58 = lea.lea.3 v1 v8
	v59 = lea.lea.3 v3 v8
	v60 = mov.mov.4 v58
	br.cmp.4 cond=4 v60:any v59 ->b21 ->b40
b21: <-b19 depth=1
	jump ->b17(v57)
b40: <-b19
	jump ->b20
b38: <-b17
	jump ->b20
b20: <-b38 <-b40
	jump ->b18(v8)
b18(v9): <-b20 <-b24 depth=1
	br.cmp.3 cond=2 v9:any v19:any ->b22 ->b39
b22: <-b18 depth=1
	v62 = lea.lea.3 v1 v9
	v61 = mov.movzxb.3 v62
	v64 = lea.lea.3 v3 v9
	v63 = mov.movzxb.3 v64
	br.cmp.3 cond=5 v61:any v63:any ->b23 ->b24
b24: <-b22 depth=1
	v65 = lea.lea.3 v9 +1
	jump ->b18(v65)
b23: <-b22
	jump ->b13(v9, v61, v63)
b39: <-b18
	jump ->b15
b14: <-b9
	v48 = const #0x0
	jump ->b25(v48)
b25(v10): <-b14 <-b34 depth=1
	br.cmp.3 cond=2 v10:any v19:any ->b26 ->b41
b26: <-b25 depth=1
	br.test.3 cond=4 v2:any v2:any ->b29 ->b30
b30: <-b26 depth=1
	v69 = lea.lea.3 v1 v10 *1
	v68 = mov.movzxw.3 v69
	jump ->b28(v68)
b29: <-b26 depth=1
	v67 = lea.lea.3 v1 v10
	v66 = mov.movzxb.3 v67
	jump ->b28(v66)
b28(v11): <-b29 <-b30 depth=1
	br.test.3 cond=4 v4:any v4:any ->b32 ->b33
b33: <-b28 depth=1
	v73 = lea.lea.3 v3 v10 *1
	v72 = mov.movzxw.3 v73
	jump ->b31(v72)
b32: <-b28 depth=1
	v71 = lea.lea.3 v3 v10
	v70 = mov.movzxb.3 v71
	jump ->b31(v70)
b31(v12): <-b32 <-b33 depth=1
	br.cmp.3 cond=5 v11:any v12:any ->b27 ->b34
b34: <-b31 depth=1
	v74 = lea.lea.3 v10 +1
	jump ->b25(v74)
b27: <-b31
	jump ->b13(v10, v11, v12)
b13(v5, v6, v7): <-b23 <-b27
	v41:same1 = shr.3 v5 *128 #0x6
	chargeint v41
	v42 = set.cmp.3 cond=2 v6:any v7:any
	v43 = mov.mov.3 v42:any
	v44 = set.cmp.3 cond=7 v6:any v7:any
	v45 = mov.mov.3 v44:any
	v46:same1 = sub.3 v45 v43:any
	v47 = lea.lea.3 v46 +1
	ret v47:rax
b41: <-b25
	jump ->b15
b15: <-b39 <-b41
	v49:same1 = shr.3 v19 *128 #0x6
	chargeint v49
	v50 = set.cmp.3 cond=2 v17:any v18:any
	v51 = mov.mov.3 v50:any
	v52 = set.cmp.3 cond=7 v17:any v18:any
	v53 = mov.mov.3 v52:any
	v54:same1 = sub.3 v53 v51:any
	v55 = lea.lea.3 v54 +1
	ret v55:rax
b35: <-b3
	jump ->b2
b2: <-b35 <-b36 <-b37
	v16 = const #0xffffffff
	ret v16:rax
b1: <-b0
	v15 = const #0x1
	ret v15:rax

	sub rsp, 0x28
; 0:0
	cmp edi, esi
	jz L19
	mov eax, dword ptr [r15+rdi+0x8]
	mov qword ptr [rsp], rax
	mov edx, dword ptr [r15+rsi+0x8]
	mov qword ptr [rsp+0x8], rdx
	mov r8, rax
	cmp edx, r8d
	cmovl r8d, edx
	cmp r8d, 0x1000
	jnb L18
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L1
	cmp ecx, 0x5
	jnz L18
	mov ecx, dword ptr [r15+rdi+0x10]
	movzx eax, byte ptr [r15+rcx+0x4]
	lea eax, ptr [rax-0x2]
	mov edi, dword ptr [r15+rdi+0x14]
	mov qword ptr [rsp+0x10], rax
	mov rax, rcx
	mov rcx, qword ptr [rsp+0x10]
	shl edi, cl
	lea ecx, ptr [rdi+0x10]
	lea eax, ptr [rax+rcx]
	mov rdi, qword ptr [rsp+0x10]
	jmp L2
L1:
	lea eax, ptr [rdi+0x10]
	lea ecx, ptr [rcx-0x2]
	mov rdi, rcx
L2:
	mov qword ptr [rsp+0x10], rax
	movzx ecx, byte ptr [r15+rsi+0x4]
	cmp ecx, 0x3
	jbe L3
	cmp ecx, 0x5
	jnz L18
	mov ecx, dword ptr [r15+rsi+0x10]
	movzx eax, byte ptr [r15+rcx+0x4]
	lea eax, ptr [rax-0x2]
	mov esi, dword ptr [r15+rsi+0x14]
	mov qword ptr [rsp+0x18], rax
	mov rax, rcx
	mov rcx, qword ptr [rsp+0x18]
	shl esi, cl
	lea ecx, ptr [rsi+0x10]
	lea eax, ptr [rax+rcx]
	mov rcx, qword ptr [rsp+0x18]
	jmp L4
L3:
	lea eax, ptr [rsi+0x10]
	lea ecx, ptr [rcx-0x2]
L4:
	mov rsi, rdi
	or esi, ecx
	test esi, esi
	jnz L9
	mov rsi, qword ptr [rsp+0x10]
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
	data16 nop
L5:
	mov qword ptr [rsp+0x20], rcx
	lea edi, ptr [rcx+0x8]
	cmp edi, r8d
	jnbe L6
	lea edx, ptr [rsi+rcx]
	lea ecx, ptr [rax+rcx]
	mov rdx, qword ptr [r15+rdx]
	cmp rdx, qword ptr [r15+rcx]
	jnz L6
	mov rcx, rdi
	jmp L5
L6:
	mov rcx, qword ptr [rsp+0x20]
	nop
L7:
	cmp ecx, r8d
	jnb L17
	lea edx, ptr [rsi+rcx]
	movzx edx, byte ptr [r15+rdx]
	lea edi, ptr [rax+rcx]
	movzx edi, byte ptr [r15+rdi]
	cmp edx, edi
	jnz L8
	lea ecx, ptr [rcx+0x1]
	jmp L7
L8:
	mov rax, rdx
	mov rdx, rcx
	mov rcx, rdi
	jmp L16
L9:
	mov rsi, qword ptr [rsp+0x10]
	mov qword ptr [rsp+0x18], rcx
	mov edx, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L10:
	cmp edx, r8d
	jnb L17
	test edi, edi
	jz L11
	lea ecx, ptr [rsi+2*rdx]
	movzx ecx, word ptr [r15+rcx]
	jmp L12
L11:
	lea ecx, ptr [rsi+rdx]
	movzx ecx, byte ptr [r15+rcx]
L12:
	mov qword ptr [rsp+0x20], rcx
	cmp dword ptr [rsp+0x18], 0x0
	jz L13
	lea ecx, ptr [rax+2*rdx]
	movzx ecx, word ptr [r15+rcx]
	jmp L14
L13:
	lea ecx, ptr [rax+rdx]
	movzx ecx, byte ptr [r15+rcx]
L14:
	cmp dword ptr [rsp+0x20], ecx
	jnz L15
	lea edx, ptr [rdx+0x1]
	jmp L10
L15:
	mov rax, qword ptr [rsp+0x20]
L16:
	shr edx, 0x6
	movsxd r11, edx
	sub r12, r11
	cmp eax, ecx
	setb dl
	movzx edx, dl
	mov edx, edx
	cmp eax, ecx
	setnbe al
	movzx eax, al
	mov eax, eax
	sub eax, edx
	lea eax, ptr [rax+0x1]
	add rsp, 0x28
	ret
L17:
	shr r8d, 0x6
	movsxd r11, r8d
	sub r12, r11
	mov r11d, dword ptr [rsp]
	cmp r11d, dword ptr [rsp+0x8]
	setb al
	movzx eax, al
	mov eax, eax
	mov r11d, dword ptr [rsp]
	cmp r11d, dword ptr [rsp+0x8]
	setnbe cl
	movzx ecx, cl
	mov ecx, ecx
	sub ecx, eax
	lea eax, ptr [rcx+0x1]
	add rsp, 0x28
	ret
L18:
	mov eax, -0x1
	add rsp, 0x28
	ret
L19:
	mov eax, 0x1
	add rsp, 0x28
	ret
