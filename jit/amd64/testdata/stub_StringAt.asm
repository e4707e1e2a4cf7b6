func StringAt
b0:
	v10:rdi, v11:rsi, v12:rdx = params
	v13 = mov.mov.3 v11 +8
	v14 = mov.movzxb.3 v10 +4
	br.cmp.3 cond=6 v14:any #0x3 ->b5 ->b6
b6: <-b0
	br.cmp.3 cond=5 v14:any #0x5 ->b34 ->b7
b7: <-b6
	v21 = mov.mov.3 v10 +16
	v22 = mov.movzxb.3 v21 +4
	v23 = lea.lea.3 v22 -2
	v24 = mov.mov.3 v10 +20
	v25:same1 = shl.3 v24 v23:rcx
	v26 = lea.lea.3 v25 +16
	v27 = lea.lea.3 v21 v26
	jump ->b4(v27, v23)
b34: <-b6
	jump ->b1
b5: <-b0
	v19 = lea.lea.3 v10 +16
	v20 = lea.lea.3 v14 -2
	jump ->b4(v19, v20)
b4(v1, v2): <-b5 <-b7
	v18 = mov.movzxb.3 v11 +4
	br.cmp.3 cond=6 v18:any #0x3 ->b9 ->b10
b10: <-b4
	br.cmp.3 cond=5 v18:any #0x5 ->b36 ->b11
b11: <-b10
	v31 = mov.mov.3 v11 +16
	v32 = mov.movzxb.3 v31 +4
	v33 = lea.lea.3 v32 -2
	v34 = mov.mov.3 v11 +20
	v35:same1 = shl.3 v34 v33:rcx
	v36 = lea.lea.3 v35 +16
	v37 = lea.lea.3 v31 v36
	jump ->b8(v37, v33)
b36: <-b10
	jump ->b1
b9: <-b4
	v29 = lea.lea.3 v11 +16
	v30 = lea.lea.3 v18 -2
	jump ->b8(v29, v30)
b8(v3, v4): <-b9 <-b11
	v28 = mov.mov.3 v10 +8
	br.cmp.3 cond=7 v12:any v28:any ->b35 ->b12
b12: <-b8
	v38:same1 = sub.3 v28 v12:any
	br.cmp.3 cond=7 v13:any v38:any ->b37 ->b13
b13: <-b12
	br.cmp.3 cond=3 v13:any #0x100 ->b38 ->b14
b14: <-b13
	v39:same1 = shr.3 v13 *128 #0x4
	chargeint v39
	v40:same1 = shl.3 v12 v2:rcx
	v41 = lea.lea.3 v1 v40
	br.cmp.3 cond=5 v2:any v4:any ->b3 ->b15
b15: <-b14
	v42:same1 = shl.3 v13 v2:rcx
	v43 = const #0x0
	jump ->b18(v43)
b18(v6): <-b15 <-b21 depth=1
	v45 = lea.lea.3 v6 +8
	br.cmp.3 cond=6 v45:any v42:any ->b19 ->b20
b19: <-b18 depth=1
	v46 = lea.lea.3 v41 v6
	v47 = lea.lea.3 v3 v6
	v48 = mov.mov.4 v46
	br.cmp.4 cond=5 v48:any v47 ->b39 ->b21
b21: <-b19 depth=1
	jump ->b18(v45)
b39: <-b19
	jump ->b2
b20: <-b18
	jump ->b16(v6)
b16(v5): <-b20 <-b23 depth=1
	br.cmp.3 cond=2 v5:any v42:any ->b22 ->b17
b22: <-b16 depth=1
	v50 = lea.lea.3 v41 v5
	v49 = mov.movzxb.3 v50
	v52 = lea.lea.3 v3 v5
	v51 = mov.movzxb.3 v52
	br.cmp.3 cond=5 v49:any v51:any ->b40 ->b23
b23: <-b22 depth=1
	v53 = lea.lea.3 v5 +1
	jump ->b16(v53)
b40: <-b22
	jump ->b2
b17: <-b16
	v44 = const #0x1
	ret v44:rax
b3: <-b14
	v17 = const #0x0
	jump ->b24(v17)
b24(v7): <-b3 <-b33 depth=1
	br.cmp.3 cond=2 v7:any v13:any ->b26 ->b25
b26: <-b24 depth=1
	br.test.3 cond=4 v2:any v2:any ->b28 ->b29
b29: <-b26 depth=1
	v58 = lea.lea.3 v41 v7 *1
	v57 = mov.movzxw.3 v58
	jump ->b27(v57)
b28: <-b26 depth=1
	v56 = lea.lea.3 v41 v7
	v55 = mov.movzxb.3 v56
	jump ->b27(v55)
b27(v8): <-b28 <-b29 depth=1
	br.test.3 cond=4 v4:any v4:any ->b31 ->b32
b32: <-b27 depth=1
	v62 = lea.lea.3 v3 v7 *1
	v61 = mov.movzxw.3 v62
	jump ->b30(v61)
b31: <-b27 depth=1
	v60 = lea.lea.3 v3 v7
	v59 = mov.movzxb.3 v60
	jump ->b30(v59)
b30(v9): <-b31 <-b32 depth=1
	br.cmp.3 cond=5 v8:any v9:any ->b41 ->b33
b33: <-b30 depth=1
	v63 = lea.lea.3 v7 +1
	jump ->b24(v63)
b41: <-b30
	jump ->b2
b25: <-b24
	v54 = const #0x1
	ret v54:rax
b38: <-b13
	jump ->b1
b1: <-b34 <-b36 <-b38
	v15 = const #0xffffffff
	ret v15:rax
b37: <-b12
	jump ->b2
b35: <-b8
	jump ->b2
b2: <-b35 <-b37 <-b39 <-b40 <-b41
	v16 = const #0x0
	ret v16:rax

	sub rsp, 0x18
; 0:0
	mov eax, dword ptr [r15+rsi+0x8]
	mov qword ptr [rsp], rax
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L1
	cmp ecx, 0x5
	jnz L15
	mov r8d, dword ptr [r15+rdi+0x10]
	movzx ecx, byte ptr [r15+r8+0x4]
	lea ecx, ptr [rcx-0x2]
	mov eax, dword ptr [r15+rdi+0x14]
	mov qword ptr [rsp+0x8], rcx
	mov rcx, qword ptr [rsp+0x8]
	shl eax, cl
	lea eax, ptr [rax+0x10]
	lea eax, ptr [r8+rax]
	mov r8, qword ptr [rsp+0x8]
	jmp L2
L1:
	lea eax, ptr [rdi+0x10]
	lea ecx, ptr [rcx-0x2]
	mov r8, rcx
L2:
	mov qword ptr [rsp+0x8], rax
	movzx ecx, byte ptr [r15+rsi+0x4]
	cmp ecx, 0x3
	jbe L3
	cmp ecx, 0x5
	jnz L15
	mov ecx, dword ptr [r15+rsi+0x10]
	movzx eax, byte ptr [r15+rcx+0x4]
	lea eax, ptr [rax-0x2]
	mov esi, dword ptr [r15+rsi+0x14]
	mov qword ptr [rsp+0x10], rax
	mov rax, rcx
	mov rcx, qword ptr [rsp+0x10]
	shl esi, cl
	lea ecx, ptr [rsi+0x10]
	lea eax, ptr [rax+rcx]
	mov rsi, rax
	mov rax, qword ptr [rsp+0x10]
	jmp L4
L3:
	lea eax, ptr [rsi+0x10]
	lea ecx, ptr [rcx-0x2]
	mov rsi, rax
	mov rax, rcx
L4:
	mov ecx, dword ptr [r15+rdi+0x8]
	cmp edx, ecx
	jnbe L16
	sub ecx, edx
	cmp dword ptr [rsp], ecx
	jnbe L16
	cmp dword ptr [rsp], 0x100
	jnb L15
	mov rcx, qword ptr [rsp]
	shr ecx, 0x4
	movsxd r11, ecx
	sub r12, r11
	mov rcx, r8
	shl edx, cl
	mov rcx, qword ptr [rsp+0x8]
	lea edx, ptr [rcx+rdx]
	cmp r8d, eax
	jnz L8
	mov rax, qword ptr [rsp]
	mov rcx, r8
	shl eax, cl
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax+rax], eax
L5:
	lea edi, ptr [rcx+0x8]
	cmp edi, eax
	jnbe L6
	lea r8d, ptr [rdx+rcx]
	lea ecx, ptr [rsi+rcx]
	mov r8, qword ptr [r15+r8]
	cmp r8, qword ptr [r15+rcx]
	jnz L16
	mov rcx, rdi
	jmp L5
L6:
	cmp ecx, eax
	jnb L7
	lea edi, ptr [rdx+rcx]
	movzx edi, byte ptr [r15+rdi]
	lea r8d, ptr [rsi+rcx]
	movzx r8d, byte ptr [r15+r8]
	cmp edi, r8d
	jnz L16
	lea ecx, ptr [rcx+0x1]
	jmp L6
L7:
	mov eax, 0x1
	add rsp, 0x18
	ret
L8:
	mov qword ptr [rsp+0x10], rax
	mov ecx, 0x0
L9:
	cmp ecx, dword ptr [rsp]
	jnb L14
	test r8d, r8d
	jz L10
	lea edi, ptr [rdx+2*rcx]
	movzx edi, word ptr [r15+rdi]
	jmp L11
L10:
	lea edi, ptr [rdx+rcx]
	movzx edi, byte ptr [r15+rdi]
L11:
	cmp dword ptr [rsp+0x10], 0x0
	jz L12
	lea eax, ptr [rsi+2*rcx]
	movzx eax, word ptr [r15+rax]
	jmp L13
L12:
	lea eax, ptr [rsi+rcx]
	movzx eax, byte ptr [r15+rax]
L13:
	cmp edi, eax
	jnz L16
	lea ecx, ptr [rcx+0x1]
	jmp L9
L14:
	mov eax, 0x1
	add rsp, 0x18
	ret
L15:
	mov eax, -0x1
	add rsp, 0x18
	ret
L16:
	mov eax, 0x0
	add rsp, 0x18
	ret
