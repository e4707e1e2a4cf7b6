func Substring
b0:
	v12:rdi, v13:rsi, v14:rdx, v15:rcx = params
	v16:same1 = sub.3 v14 v13:any
	br.test.3 cond=14 v16:any v16:any ->b44 ->b6
b6: <-b0
	br.cmp.3 cond=4 v16:any v12 +8 ->b2 ->b7
b7: <-b6
	br.cmp.3 cond=2 v16:any #0x10 ->b5 ->b8
b8: <-b7
	v23 = mov.movzxb.3 v12 +4
	br.cmp.3 cond=4 v23:any #0x4 ->b45 ->b9
b9: <-b8
	br.cmp.3 cond=6 v23:any #0x3 ->b4 ->b10
b10: <-b9
	v24 = mov.mov.3 v12 +20
	v25 = lea.lea.3 v13 v24
	v26 = mov.mov.3 v12 +16
	jump ->b11(v26, v25)
b4: <-b9
	jump ->b11(v12, v13)
b11(v1, v2): <-b4 <-b10
	v27 = mov.movzxb.3 v12 +5
	v28:same1 = and.3 v27 #0x2
	v29 = alloc +24 #0x500000018 exit1:deopt/memory@0
	store.mov.1 v29 v28 +5
	store.mov.3 v29 v16 +8
	store.mov.3 v29 +12
	store.mov.3 v29 v1 +16
	store.mov.3 v29 v2 +20
	ret v29:rax
b45: <-b8
	jump ->b1
b5: <-b7
	v22 = mov.movzxb.3 v12 +4
	br.cmp.3 cond=6 v22:any #0x3 ->b13 ->b14
b14: <-b5
	br.cmp.3 cond=5 v22:any #0x5 ->b46 ->b15
b15: <-b14
	v32 = mov.mov.3 v12 +16
	v33 = mov.movzxb.3 v32 +4
	v34 = lea.lea.3 v33 -2
	v35 = mov.mov.3 v12 +20
	v36:same1 = shl.3 v35 v34:rcx
	v37 = lea.lea.3 v36 +16
	v38 = lea.lea.3 v32 v37
	jump ->b12(v38, v34)
b46: <-b14
	jump ->b1
b13: <-b5
	v30 = lea.lea.3 v12 +16
	v31 = lea.lea.3 v22 -2
	jump ->b12(v30, v31)
b12(v3, v4): <-b13 <-b15
	br.test.3 cond=5 v4:any v4:any ->b3 ->b16
b16: <-b12
	br.cmp.3 cond=4 v16:any #0x1 ->b17 ->b18
b18: <-b16
	v43 = lea.lea.3 v16 +23
	v44:same1 = and.3 v43 #0xfffffffffffffff8
	v45:early = allocsize v44:late #0x202 exit2:deopt/memory@0
	store.mov.3 v45 v16 +8
	store.mov.3 v45 +12
	v46 = lea.lea.3 v45 v44
	v47 = lea.lea.3 v46 -8
	store.mov.3 v47
	store.mov.3 v47 +4
	v48 = lea.lea.3 v3 v13
	v49 = const #0x10
	v50 = lea.lea.3 v49
	v51 = lea.lea.3 v45 v50
	v52 = const #0x0
	jump ->b21(v52)
b21(v6): <-b18 <-b22 depth=1
	v53 = lea.lea.3 v6 +8
	br.cmp.3 cond=6 v53:any v16:any ->b22 ->b23
b22: <-b21 depth=1
	v54 = lea.lea.3 v48 v6
	v55 = lea.lea.3 v51 v6
	v56 = mov.mov.4 v54
	store.mov.4 v55 v56
	jump ->b21(v53)
b23: <-b21
	jump ->b19(v6)
b19(v5): <-b23 <-b24 depth=1
	br.cmp.3 cond=2 v5:any v16:any ->b24 ->b20
b24: <-b19 depth=1
	v58 = lea.lea.3 v48 v5
	v57 = mov.movzxb.3 v58
	v59 = lea.lea.3 v51 v5
	store.mov.1 v59 v57
	v60 = lea.lea.3 v5 +1
	jump ->b19(v60)
b20: <-b19
	ret v45:rax
b17: <-b16
	v40 = lea.lea.3 v3 v13
	v39 = mov.movzxb.3 v40
	v42 = lea.lea.3 v15 v39 *3
	v41 = mov.mov.3 v42 +8
	ret v41:rax
b3: <-b12
	v18:same1 = shl.3 v13 *128 #0x1
	v19 = lea.lea.3 v3 v18
	v20 = const #0x0
	v21 = const #0x0
	jump ->b25(v20, v21)
b25(v7, v8): <-b3 <-b26 depth=1
	br.cmp.3 cond=2 v7:any v16:any ->b26 ->b27
b26: <-b25 depth=1
	v61 = lea.lea.3 v7 +1
	v63 = lea.lea.3 v19 v7 *1
	v62 = mov.movzxw.3 v63
	v64:same1 = or.3 v8 v62:any
	jump ->b25(v61, v64)
b27: <-b25
	br.cmp.3 cond=3 v8:any #0x100 ->b28 ->b30
b30: <-b27
	br.cmp.3 cond=4 v16:any #0x1 ->b29 ->b31
b31: <-b30
	v77 = lea.lea.3 v16 +23
	v78:same1 = and.3 v77 #0xfffffffffffffff8
	v79:early = allocsize v78:late #0x202 exit4:deopt/memory@0
	store.mov.3 v79 v16 +8
	store.mov.3 v79 +12
	v80 = lea.lea.3 v79 v78
	v81 = lea.lea.3 v80 -8
	store.mov.3 v81
	store.mov.3 v81 +4
	v82 = lea.lea.3 v79 +16
	v83 = const #0x0
	jump ->b32(v83)
b32(v9): <-b31 <-b34 depth=1
	br.cmp.3 cond=2 v9:any v16:any ->b34 ->b33
b34: <-b32 depth=1
	v85 = lea.lea.3 v19 v9 *1
	v84 = mov.movzxw.3 v85
	v86 = lea.lea.3 v82 v9
	store.mov.1 v86 v84
	v87 = lea.lea.3 v9 +1
	jump ->b32(v87)
b33: <-b32
	ret v79:rax
b29: <-b30
	v76 = lea.lea.3 v15 v8 *3
	v75 = mov.mov.3 v76 +8
	ret v75:rax
b28: <-b27
	v65:same1 = shl.3 v16 *128 #0x1
	v66 = lea.lea.3 v65 +23
	v67:same1 = and.3 v66 #0xfffffffffffffff8
	v68:early = allocsize v67:late #0x3 exit3:deopt/memory@0
	store.mov.3 v68 v16 +8
	store.mov.3 v68 +12
	v69 = lea.lea.3 v68 v67
	v70 = lea.lea.3 v69 -8
	store.mov.3 v70
	store.mov.3 v70 +4
	v71 = const #0x0
	v72:same1 = shl.3 v71 *128 #0x1
	v73 = lea.lea.3 v72 +16
	v74 = lea.lea.3 v68 v73
	br.test.3 cond=4 v4:any v4:any ->b35 ->b37
b37: <-b28
	v89 = const #0x0
	jump ->b38(v89)
b38(v10): <-b37 <-b40 depth=1
	br.cmp.3 cond=2 v10:any v16:any ->b40 ->b39
b40: <-b38 depth=1
	v91 = lea.lea.3 v19 v10 *1
	v90 = mov.movzxw.3 v91
	v92 = lea.lea.3 v74 v10 *1
	store.mov.2 v92 v90
	v93 = lea.lea.3 v10 +1
	jump ->b38(v93)
b39: <-b38
	jump ->b36
b35: <-b28
	v88 = const #0x0
	jump ->b41(v88)
b41(v11): <-b35 <-b43 depth=1
	br.cmp.3 cond=2 v11:any v16:any ->b43 ->b42
b43: <-b41 depth=1
	v95 = lea.lea.3 v19 v11
	v94 = mov.movzxb.3 v95
	v96 = lea.lea.3 v74 v11 *1
	store.mov.2 v96 v94
	v97 = lea.lea.3 v11 +1
	jump ->b41(v97)
b42: <-b41
	jump ->b36
b36: <-b39 <-b42
	ret v68:rax
b2: <-b6
	ret v12:rax
b44: <-b0
	jump ->b1
b1: <-b44 <-b45 <-b46
	v17 = const #0x0
	ret v17:rax

	sub rsp, 0x18
; 0:0
	sub edx, esi
	mov qword ptr [rsp+0x8], rdx
	test edx, edx
	jle L22
	cmp edx, dword ptr [r15+rdi+0x8]
	jz L21
	cmp edx, 0x10
	jb L3
	movzx eax, byte ptr [r15+rdi+0x4]
	cmp eax, 0x4
	jz L22
	cmp eax, 0x3
	jbe L1
	mov eax, dword ptr [r15+rdi+0x14]
	lea esi, ptr [rsi+rax]
	mov eax, dword ptr [r15+rdi+0x10]
	jmp L2
L1:
	mov rax, rdi
L2:
	movzx ecx, byte ptr [r15+rdi+0x5]
	and ecx, 0x2
	mov edi, dword ptr [r13+0x48]
	lea r11d, ptr [rdi+0x18]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L23
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdi], 0x18
	mov dword ptr [r15+rdi+0x4], 0x5
	mov byte ptr [r15+rdi+0x5], cl
	mov dword ptr [r15+rdi+0x8], edx
	mov dword ptr [r15+rdi+0xc], 0x0
	mov dword ptr [r15+rdi+0x10], eax
	mov dword ptr [r15+rdi+0x14], esi
	mov rax, rdi
	add rsp, 0x18
	ret
L3:
	mov rax, rcx
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L4
	cmp ecx, 0x5
	jnz L22
	mov r8d, dword ptr [r15+rdi+0x10]
	movzx ecx, byte ptr [r15+r8+0x4]
	lea ecx, ptr [rcx-0x2]
	mov edi, dword ptr [r15+rdi+0x14]
	mov qword ptr [rsp+0x10], rcx
	mov rcx, qword ptr [rsp+0x10]
	shl edi, cl
	lea ecx, ptr [rdi+0x10]
	lea ecx, ptr [r8+rcx]
	mov rdi, rcx
	mov rcx, qword ptr [rsp+0x10]
	jmp L5
L4:
	lea edi, ptr [rdi+0x10]
	lea ecx, ptr [rcx-0x2]
L5:
	test ecx, ecx
	jnz L10
	cmp edx, 0x1
	jz L9
	lea eax, ptr [rdx+0x17]
	and eax, -0x8
	mov ecx, dword ptr [r13+0x48]
	lea r11, ptr [rcx+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L23
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rcx], eax
	mov dword ptr [r15+rcx+0x4], 0x202
	mov dword ptr [r15+rcx+0x8], edx
	mov dword ptr [r15+rcx+0xc], 0x0
	lea eax, ptr [rcx+rax]
	lea eax, ptr [rax-0x8]
	mov dword ptr [r15+rax], 0x0
	mov dword ptr [r15+rax+0x4], 0x0
	lea eax, ptr [rdi+rsi]
	mov esi, 0x10
	lea esi, ptr [rsi]
	lea esi, ptr [rcx+rsi]
	mov qword ptr [rsp+0x10], rcx
	mov edi, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L6:
	lea r8d, ptr [rdi+0x8]
	cmp r8d, edx
	jnbe L7
	lea ecx, ptr [rax+rdi]
	lea edi, ptr [rsi+rdi]
	mov rcx, qword ptr [r15+rcx]
	mov qword ptr [r15+rdi], rcx
	mov rdi, r8
	jmp L6
L7:
	cmp edi, edx
	jnb L8
	lea ecx, ptr [rax+rdi]
	movzx ecx, byte ptr [r15+rcx]
	lea r8d, ptr [rsi+rdi]
	mov byte ptr [r15+r8], cl
	lea edi, ptr [rdi+0x1]
	jmp L7
L8:
	mov rax, qword ptr [rsp+0x10]
	add rsp, 0x18
	ret
L9:
	lea ecx, ptr [rdi+rsi]
	movzx ecx, byte ptr [r15+rcx]
	lea eax, ptr [rax+8*rcx]
	mov eax, dword ptr [r15+rax+0x8]
	add rsp, 0x18
	ret
L10:
	shl esi, 0x1
	lea esi, ptr [rdi+rsi]
	mov qword ptr [rsp], rax
	mov edi, 0x0
	mov r8d, 0x0
	nop word ptr [rax+rax], ax
	nop word ptr [rax+rax], ax
L11:
	cmp edi, edx
	jnb L12
	lea eax, ptr [rdi+0x1]
	lea edi, ptr [rsi+2*rdi]
	movzx edi, word ptr [r15+rdi]
	or r8d, edi
	mov rdi, rax
	jmp L11
L12:
	cmp r8d, 0x100
	jnb L16
	cmp edx, 0x1
	jz L15
	lea eax, ptr [rdx+0x17]
	and eax, -0x8
	mov ecx, dword ptr [r13+0x48]
	lea r11, ptr [rcx+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L23
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rcx], eax
	mov dword ptr [r15+rcx+0x4], 0x202
	mov dword ptr [r15+rcx+0x8], edx
	mov dword ptr [r15+rcx+0xc], 0x0
	lea eax, ptr [rcx+rax]
	lea eax, ptr [rax-0x8]
	mov dword ptr [r15+rax], 0x0
	mov dword ptr [r15+rax+0x4], 0x0
	lea eax, ptr [rcx+0x10]
	mov qword ptr [rsp+0x10], rcx
	mov edi, 0x0
	nop dword ptr [rax], eax
L13:
	cmp edi, edx
	jnb L14
	lea r8d, ptr [rsi+2*rdi]
	movzx r8d, word ptr [r15+r8]
	lea ecx, ptr [rax+rdi]
	mov byte ptr [r15+rcx], r8b
	lea edi, ptr [rdi+0x1]
	jmp L13
L14:
	mov rax, qword ptr [rsp+0x10]
	add rsp, 0x18
	ret
L15:
	mov rcx, qword ptr [rsp]
	lea eax, ptr [rcx+8*r8]
	mov eax, dword ptr [r15+rax+0x8]
	add rsp, 0x18
	ret
L16:
	mov rax, rdx
	shl eax, 0x1
	lea eax, ptr [rax+0x17]
	and eax, -0x8
	mov edi, dword ptr [r13+0x48]
	lea r11, ptr [rdi+rax]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L23
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdi], eax
	mov dword ptr [r15+rdi+0x4], 0x3
	mov dword ptr [r15+rdi+0x8], edx
	mov dword ptr [r15+rdi+0xc], 0x0
	lea eax, ptr [rdi+rax]
	lea eax, ptr [rax-0x8]
	mov dword ptr [r15+rax], 0x0
	mov dword ptr [r15+rax+0x4], 0x0
	mov eax, 0x0
	shl eax, 0x1
	lea eax, ptr [rax+0x10]
	lea eax, ptr [rdi+rax]
	test ecx, ecx
	jz L18
	mov ecx, 0x0
	nop dword ptr [rax+rax], eax
L17:
	cmp ecx, dword ptr [rsp+0x8]
	jnb L20
	lea r8d, ptr [rsi+2*rcx]
	movzx r8d, word ptr [r15+r8]
	lea edx, ptr [rax+2*rcx]
	mov word ptr [r15+rdx], r8w
	lea ecx, ptr [rcx+0x1]
	jmp L17
L18:
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
	data16 nop
L19:
	cmp ecx, dword ptr [rsp+0x8]
	jnb L20
	lea edx, ptr [rsi+rcx]
	movzx edx, byte ptr [r15+rdx]
	lea r8d, ptr [rax+2*rcx]
	mov word ptr [r15+r8], dx
	lea ecx, ptr [rcx+0x1]
	jmp L19
L20:
	mov rax, rdi
	add rsp, 0x18
	ret
L21:
	mov rax, rdi
	add rsp, 0x18
	ret
L22:
	mov eax, 0x0
	add rsp, 0x18
	ret
L23:
	mov eax, 0x0
	add rsp, 0x18
	ret
