func Trim
b0:
	v20:rdi, v21:rsi, v22:rdx = params
	v23 = mov.mov.3 v20 +8
	v24 = mov.movzxb.3 v20 +4
	br.cmp.3 cond=6 v24:any #0x3 ->b3 ->b4
b4: <-b0
	br.cmp.3 cond=5 v24:any #0x5 ->b70 ->b5
b5: <-b4
	v28 = mov.mov.3 v20 +16
	v29 = mov.movzxb.3 v28 +4
	v30 = lea.lea.3 v29 -2
	v31 = mov.mov.3 v20 +20
	v32:same1 = shl.3 v31 v30:rcx
	v33 = lea.lea.3 v32 +16
	v34 = lea.lea.3 v28 v33
	jump ->b2(v34, v30)
b70: <-b4
	jump ->b1
b3: <-b0
	v26 = lea.lea.3 v20 +16
	v27 = lea.lea.3 v24 -2
	jump ->b2(v26, v27)
b2(v1, v2): <-b3 <-b5
	br.test.3 cond=5 v2:any v2:any ->b69 ->b6
b6: <-b2
	v35:same1 = and.3 v21 #0x1
	br.test.3 cond=5 v35:any v35:any ->b9 ->b10
b10: <-b6
	v38 = const #0x0
	jump ->b7(v38)
b9: <-b6
	v37 = const #0x0
	jump ->b8(v37, v37)
b8(v4, v5): <-b9 <-b13 depth=1
	br.cmp.3 cond=7 v5:any #0x100 ->b71 ->b11
b11: <-b8 depth=1
	v39 = lea.lea.3 v4
	br.cmp.3 cond=3 v39:any v23:any ->b72 ->b12
b12: <-b11 depth=1
	v41 = lea.lea.3 v1 v39
	v40 = mov.movzxb.3 v41
	br.cmp.3 cond=4 v40:any #0x20 ->b73 ->b15
b15: <-b12 depth=1
	v44 = lea.lea.3 v40 -9
	br.cmp.3 cond=6 v44:any #0x4 ->b74 ->b16
b16: <-b15 depth=1
	br.cmp.3 cond=4 v40:any #0xa0 ->b75 ->b14
b75: <-b16 depth=1
	jump ->b13
b74: <-b15 depth=1
	jump ->b13
b73: <-b12 depth=1
	jump ->b13
b13: <-b73 <-b74 <-b75 depth=1
	v42 = lea.lea.3 v4 +1
	v43 = lea.lea.3 v5 +1
	jump ->b8(v42, v43)
b14: <-b16
	jump ->b7(v4)
b7(v3): <-b10 <-b14
	v36:same1 = and.3 v21 #0x2
	br.test.3 cond=5 v36:any v36:any ->b19 ->b20
b20: <-b7
	jump ->b17(v23)
b19: <-b7
	v46 = const #0x0
	jump ->b18(v23, v46)
b18(v7, v8): <-b19 <-b23 depth=1
	br.cmp.3 cond=7 v8:any #0x100 ->b77 ->b21
b21: <-b18 depth=1
	v47 = lea.lea.3 v7 -1
	br.cmp.3 cond=3 v47:any v23:any ->b78 ->b22
b22: <-b21 depth=1
	v49 = lea.lea.3 v1 v47
	v48 = mov.movzxb.3 v49
	br.cmp.3 cond=4 v48:any #0x20 ->b79 ->b25
b25: <-b22 depth=1
	v52 = lea.lea.3 v48 -9
	br.cmp.3 cond=6 v52:any #0x4 ->b80 ->b26
b26: <-b25 depth=1
	br.cmp.3 cond=4 v48:any #0xa0 ->b81 ->b24
b81: <-b26 depth=1
	jump ->b23
b80: <-b25 depth=1
	jump ->b23
b79: <-b22 depth=1
	jump ->b23
b23: <-b79 <-b80 <-b81 depth=1
	v50 = lea.lea.3 v7 -1
	v51 = lea.lea.3 v8 +1
	jump ->b18(v50, v51)
b24: <-b26
	jump ->b17(v7)
b17(v6): <-b20 <-b24
	v45:same1 = sub.3 v6 v3:any
	br.test.3 cond=14 v45:any v45:any ->b76 ->b31
b31: <-b17
	br.cmp.3 cond=4 v45:any v20 +8 ->b27 ->b32
b32: <-b31
	br.cmp.3 cond=2 v45:any #0x10 ->b30 ->b33
b33: <-b32
	v61 = mov.movzxb.3 v20 +4
	br.cmp.3 cond=4 v61:any #0x4 ->b82 ->b34
b34: <-b33
	br.cmp.3 cond=6 v61:any #0x3 ->b29 ->b35
b35: <-b34
	v62 = mov.mov.3 v20 +20
	v63 = lea.lea.3 v3 v62
	v64 = mov.mov.3 v20 +16
	jump ->b36(v64, v63)
b29: <-b34
	jump ->b36(v20, v3)
b36(v9, v10): <-b29 <-b35
	v65 = mov.movzxb.3 v20 +5
	v66:same1 = and.3 v65 #0x2
	v67 = alloc +24 #0x500000018 exit1:deopt/memory@0
	store.mov.1 v67 v66 +5
	store.mov.3 v67 v45 +8
	store.mov.3 v67 +12
	store.mov.3 v67 v9 +16
	store.mov.3 v67 v10 +20
	v68:same1 = sub.3 v6 v3:any
	v69:same1 = sub.3 v23 v68:any
	v70:same1 = shr.3 v69 *128 #0x3
	chargeint v70
	ret v67:rax
b82: <-b33
	jump ->b1
b30: <-b32
	v60 = mov.movzxb.3 v20 +4
	br.cmp.3 cond=6 v60:any #0x3 ->b38 ->b39
b39: <-b30
	br.cmp.3 cond=5 v60:any #0x5 ->b83 ->b40
b40: <-b39
	v73 = mov.mov.3 v20 +16
	v74 = mov.movzxb.3 v73 +4
	v75 = lea.lea.3 v74 -2
	v76 = mov.mov.3 v20 +20
	v77:same1 = shl.3 v76 v75:rcx
	v78 = lea.lea.3 v77 +16
	v79 = lea.lea.3 v73 v78
	jump ->b37(v79, v75)
b83: <-b39
	jump ->b1
b38: <-b30
	v71 = lea.lea.3 v20 +16
	v72 = lea.lea.3 v60 -2
	jump ->b37(v71, v72)
b37(v11, v12): <-b38 <-b40
	br.test.3 cond=5 v12:any v12:any ->b28 ->b41
b41: <-b37
	br.cmp.3 cond=4 v45:any #0x1 ->b42 ->b43
b43: <-b41
	v87 = lea.lea.3 v45 +23
	v88:same1 = and.3 v87 #0xfffffffffffffff8
	v89:early = allocsize v88:late #0x202 exit2:deopt/memory@0
	store.mov.3 v89 v45 +8
	store.mov.3 v89 +12
	v90 = lea.lea.3 v89 v88
	v91 = lea.lea.3 v90 -8
	store.mov.3 v91
	store.mov.3 v91 +4
	v92 = lea.lea.3 v11 v3
	v93 = const #0x10
	v94 = lea.lea.3 v93
	v95 = lea.lea.3 v89 v94
	v96 = const #0x0
	jump ->b46(v96)
b46(v14): <-b43 <-b47 depth=1
	v100 = lea.lea.3 v14 +8
	br.cmp.3 cond=6 v100:any v45:any ->b47 ->b48
b47: <-b46 depth=1
	v101 = lea.lea.3 v92 v14
	v102 = lea.lea.3 v95 v14
	v103 = mov.mov.4 v101
	store.mov.4 v102 v103
	jump ->b46(v100)
b48: <-b46
	jump ->b44(v14)
b44(v13): <-b48 <-b49 depth=1
	br.cmp.3 cond=2 v13:any v45:any ->b49 ->b45
b49: <-b44 depth=1
	v105 = lea.lea.3 v92 v13
	v104 = mov.movzxb.3 v105
	v106 = lea.lea.3 v95 v13
	store.mov.1 v106 v104
	v107 = lea.lea.3 v13 +1
	jump ->b44(v107)
b45: <-b44
	v97:same1 = sub.3 v6 v3:any
	v98:same1 = sub.3 v23 v97:any
	v99:same1 = shr.3 v98 *128 #0x3
	chargeint v99
	ret v89:rax
b42: <-b41
	v81 = lea.lea.3 v11 v3
	v80 = mov.movzxb.3 v81
	v83 = lea.lea.3 v22 v80 *3
	v82 = mov.mov.3 v83 +8
	v84:same1 = sub.3 v6 v3:any
	v85:same1 = sub.3 v23 v84:any
	v86:same1 = shr.3 v85 *128 #0x3
	chargeint v86
	ret v82:rax
b28: <-b37
	v56:same1 = shl.3 v3 *128 #0x1
	v57 = lea.lea.3 v11 v56
	v58 = const #0x0
	v59 = const #0x0
	jump ->b50(v58, v59)
b50(v15, v16): <-b28 <-b51 depth=1
	br.cmp.3 cond=2 v15:any v45:any ->b51 ->b52
b51: <-b50 depth=1
	v108 = lea.lea.3 v15 +1
	v110 = lea.lea.3 v57 v15 *1
	v109 = mov.movzxw.3 v110
	v111:same1 = or.3 v16 v109:any
	jump ->b50(v108, v111)
b52: <-b50
	br.cmp.3 cond=3 v16:any #0x100 ->b53 ->b55
b55: <-b52
	br.cmp.3 cond=4 v45:any #0x1 ->b54 ->b56
b56: <-b55
	v127 = lea.lea.3 v45 +23
	v128:same1 = and.3 v127 #0xfffffffffffffff8
	v129:early = allocsize v128:late #0x202 exit4:deopt/memory@0
	store.mov.3 v129 v45 +8
	store.mov.3 v129 +12
	v130 = lea.lea.3 v129 v128
	v131 = lea.lea.3 v130 -8
	store.mov.3 v131
	store.mov.3 v131 +4
	v132 = lea.lea.3 v129 +16
	v133 = const #0x0
	jump ->b57(v133)
b57(v17): <-b56 <-b59 depth=1
	br.cmp.3 cond=2 v17:any v45:any ->b59 ->b58
b59: <-b57 depth=1
	v138 = lea.lea.3 v57 v17 *1
	v137 = mov.movzxw.3 v138
	v139 = lea.lea.3 v132 v17
	store.mov.1 v139 v137
	v140 = lea.lea.3 v17 +1
	jump ->b57(v140)
b58: <-b57
	v134:same1 = sub.3 v6 v3:any
	v135:same1 = sub.3 v23 v134:any
	v136:same1 = shr.3 v135 *128 #0x3
	chargeint v136
	ret v129:rax
b54: <-b55
	v123 = lea.lea.3 v22 v16 *3
	v122 = mov.mov.3 v123 +8
	v124:same1 = sub.3 v6 v3:any
	v125:same1 = sub.3 v23 v124:any
	v126:same1 = shr.3 v125 *128 #0x3
	chargeint v126
	ret v122:rax
b53: <-b52
	v112:same1 = shl.3 v45 *128 #0x1
	v113 = lea.lea.3 v112 +23
	v114:same1 = and.3 v113 #0xfffffffffffffff8
	v115:early = allocsize v114:late #0x3 exit3:deopt/memory@0
	store.mov.3 v115 v45 +8
	store.mov.3 v115 +12
	v116 = lea.lea.3 v115 v114
	v117 = lea.lea.3 v116 -8
	store.mov.3 v117
	store.mov.3 v117 +4
	v118 = const #0x0
	v119:same1 = shl.3 v118 *128 #0x1
	v120 = lea.lea.3 v119 +16
	v121 = lea.lea.3 v115 v120
	br.test.3 cond=4 v12:any v12:any ->b60 ->b62
b62: <-b53
	v145 = const #0x0
	jump ->b63(v145)
b63(v18): <-b62 <-b65 depth=1
	br.cmp.3 cond=2 v18:any v45:any ->b65 ->b64
b65: <-b63 depth=1
	v147 = lea.lea.3 v57 v18 *1
	v146 = mov.movzxw.3 v147
	v148 = lea.lea.3 v121 v18 *1
	store.mov.2 v148 v146
	v149 = lea.lea.3 v18 +1
	jump ->b63(v149)
b64: <-b63
	jump ->b61
b60: <-b53
	v141 = const #0x0
	jump ->b66(v141)
b66(v19): <-b60 <-b68 depth=1
	br.cmp.3 cond=2 v19:any v45:any ->b68 ->b67
b68: <-b66 depth=1
	v151 = lea.lea.3 v57 v19
	v150 = mov.movzxb.3 v151
	v152 = lea.lea.3 v121 v19 *1
	store.mov.2 v152 v150
	v153 = lea.lea.3 v19 +1
	jump ->b66(v153)
b67: <-b66
	jump ->b61
b61: <-b64 <-b67
	v142:same1 = sub.3 v6 v3:any
	v143:same1 = sub.3 v23 v142:any
	v144:same1 = shr.3 v143 *128 #0x3
	chargeint v144
	ret v115:rax
b27: <-b31
	v53:same1 = sub.3 v6 v3:any
	v54:same1 = sub.3 v23 v53:any
	v55:same1 = shr.3 v54 *128 #0x3
	chargeint v55
	ret v20:rax
b76: <-b17
	jump ->b1
b78: <-b21
	jump ->b1
b77: <-b18
	jump ->b1
b72: <-b11
	jump ->b1
b71: <-b8
	jump ->b1
b69: <-b2
	jump ->b1
b1: <-b69 <-b70 <-b71 <-b72 <-b76 <-b77 <-b78 <-b82 <-b83
	v25 = const #0x0
	ret v25:rax

	sub rsp, 0x30
; 0:0
	mov qword ptr [rsp], rdx
	mov eax, dword ptr [r15+rdi+0x8]
	mov qword ptr [rsp+0x8], rax
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L1
	cmp ecx, 0x5
	jnz L32
	mov r8d, dword ptr [r15+rdi+0x10]
	movzx ecx, byte ptr [r15+r8+0x4]
	lea ecx, ptr [rcx-0x2]
	mov eax, dword ptr [r15+rdi+0x14]
	mov qword ptr [rsp+0x10], rcx
	mov rcx, qword ptr [rsp+0x10]
	shl eax, cl
	lea eax, ptr [rax+0x10]
	lea eax, ptr [r8+rax]
	mov rcx, qword ptr [rsp+0x10]
	jmp L2
L1:
	lea eax, ptr [rdi+0x10]
	lea ecx, ptr [rcx-0x2]
L2:
	test ecx, ecx
	jnz L32
	mov rcx, rsi
	and ecx, 0x1
	test ecx, ecx
	jnz L3
	mov ecx, 0x0
	jmp L6
L3:
	mov ecx, 0x0
	mov r8d, 0x0
	nop dword ptr [rax+rax], eax
L4:
	cmp r8d, 0x100
	jnbe L32
	lea edx, ptr [rcx]
	cmp edx, dword ptr [rsp+0x8]
	jnb L32
	lea edx, ptr [rax+rdx]
	movzx edx, byte ptr [r15+rdx]
	cmp edx, 0x20
	jz L5
	mov qword ptr [rsp+0x10], rdx
	lea edx, ptr [rdx-0x9]
	cmp edx, 0x4
	jbe L5
	cmp dword ptr [rsp+0x10], 0xa0
	jnz L6
L5:
	lea ecx, ptr [rcx+0x1]
	lea r8d, ptr [r8+0x1]
	jmp L4
L6:
	mov qword ptr [rsp+0x10], rcx
	and esi, 0x2
	test esi, esi
	jnz L7
	mov rdx, qword ptr [rsp+0x8]
	jmp L10
L7:
	mov rdx, qword ptr [rsp+0x8]
	mov esi, 0x0
	nop word ptr [rax+rax], ax
	nop
L8:
	cmp esi, 0x100
	jnbe L32
	lea r8d, ptr [rdx-0x1]
	cmp r8d, dword ptr [rsp+0x8]
	jnb L32
	lea r8d, ptr [rax+r8]
	movzx r8d, byte ptr [r15+r8]
	cmp r8d, 0x20
	jz L9
	mov qword ptr [rsp+0x18], r8
	lea r8d, ptr [r8-0x9]
	cmp r8d, 0x4
	jbe L9
	cmp dword ptr [rsp+0x18], 0xa0
	jnz L10
L9:
	lea edx, ptr [rdx-0x1]
	lea esi, ptr [rsi+0x1]
	jmp L8
L10:
	mov qword ptr [rsp+0x18], rdx
	mov rax, rdx
	sub eax, ecx
	mov qword ptr [rsp+0x20], rax
	test eax, eax
	jle L32
	cmp eax, dword ptr [r15+rdi+0x8]
	jz L31
	cmp eax, 0x10
	jb L13
	movzx esi, byte ptr [r15+rdi+0x4]
	cmp esi, 0x4
	jz L32
	cmp esi, 0x3
	jbe L11
	mov esi, dword ptr [r15+rdi+0x14]
	lea esi, ptr [rcx+rsi]
	mov r8d, dword ptr [r15+rdi+0x10]
	jmp L12
L11:
	mov rsi, rcx
	mov r8, rdi
L12:
	movzx edi, byte ptr [r15+rdi+0x5]
	and edi, 0x2
	mov ecx, dword ptr [r13+0x48]
	lea r11d, ptr [rcx+0x18]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L33
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rcx], 0x18
	mov dword ptr [r15+rcx+0x4], 0x5
	mov byte ptr [r15+rcx+0x5], dil
	mov dword ptr [r15+rcx+0x8], eax
	mov dword ptr [r15+rcx+0xc], 0x0
	mov dword ptr [r15+rcx+0x10], r8d
	mov dword ptr [r15+rcx+0x14], esi
	sub edx, dword ptr [rsp+0x10]
	mov rax, qword ptr [rsp+0x8]
	sub eax, edx
	shr eax, 0x3
	movsxd r11, eax
	sub r12, r11
	mov rax, rcx
	add rsp, 0x30
	ret
L13:
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L14
	cmp ecx, 0x5
	jnz L32
	mov esi, dword ptr [r15+rdi+0x10]
	movzx ecx, byte ptr [r15+rsi+0x4]
	lea r8d, ptr [rcx-0x2]
	mov ecx, dword ptr [r15+rdi+0x14]
	mov rdi, rcx
	mov rcx, r8
	shl edi, cl
	lea ecx, ptr [rdi+0x10]
	lea ecx, ptr [rsi+rcx]
	mov rsi, rcx
	jmp L15
L14:
	lea esi, ptr [rdi+0x10]
	lea r8d, ptr [rcx-0x2]
L15:
	test r8d, r8d
	jnz L20
	cmp eax, 0x1
	jz L19
	lea ecx, ptr [rax+0x17]
	and ecx, -0x8
	mov edi, dword ptr [r13+0x48]
	lea r11, ptr [rdi+rcx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L33
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdi], ecx
	mov dword ptr [r15+rdi+0x4], 0x202
	mov dword ptr [r15+rdi+0x8], eax
	mov dword ptr [r15+rdi+0xc], 0x0
	lea ecx, ptr [rdi+rcx]
	lea ecx, ptr [rcx-0x8]
	mov dword ptr [r15+rcx], 0x0
	mov dword ptr [r15+rcx+0x4], 0x0
	mov rcx, qword ptr [rsp+0x10]
	lea esi, ptr [rsi+rcx]
	mov r8d, 0x10
	lea r8d, ptr [r8]
	lea r8d, ptr [rdi+r8]
	mov eax, 0x0
	data16 nop
L16:
	lea ecx, ptr [rax+0x8]
	cmp ecx, dword ptr [rsp+0x20]
	jnbe L17
	mov qword ptr [rsp+0x28], rcx
	lea ecx, ptr [rsi+rax]
	lea eax, ptr [r8+rax]
	mov rcx, qword ptr [r15+rcx]
	mov qword ptr [r15+rax], rcx
	mov rax, qword ptr [rsp+0x28]
	jmp L16
L17:
	cmp eax, dword ptr [rsp+0x20]
	jnb L18
	lea ecx, ptr [rsi+rax]
	movzx ecx, byte ptr [r15+rcx]
	lea edx, ptr [r8+rax]
	mov byte ptr [r15+rdx], cl
	lea eax, ptr [rax+0x1]
	jmp L17
L18:
	mov rax, qword ptr [rsp+0x18]
	sub eax, dword ptr [rsp+0x10]
	mov rcx, qword ptr [rsp+0x8]
	sub ecx, eax
	shr ecx, 0x3
	movsxd r11, ecx
	sub r12, r11
	mov rax, rdi
	add rsp, 0x30
	ret
L19:
	mov rcx, qword ptr [rsp+0x10]
	lea eax, ptr [rsi+rcx]
	movzx eax, byte ptr [r15+rax]
	mov rdx, qword ptr [rsp]
	lea eax, ptr [rdx+8*rax]
	mov eax, dword ptr [r15+rax+0x8]
	mov rdx, qword ptr [rsp+0x18]
	sub edx, ecx
	mov rcx, qword ptr [rsp+0x8]
	sub ecx, edx
	shr ecx, 0x3
	movsxd r11, ecx
	sub r12, r11
	add rsp, 0x30
	ret
L20:
	mov rdx, qword ptr [rsp]
	mov rcx, qword ptr [rsp+0x10]
	mov rax, rcx
	shl eax, 0x1
	lea eax, ptr [rsi+rax]
	mov esi, 0x0
	mov edi, 0x0
	nop dword ptr [rax], eax
L21:
	cmp esi, dword ptr [rsp+0x20]
	jnb L22
	lea ecx, ptr [rsi+0x1]
	lea esi, ptr [rax+2*rsi]
	movzx esi, word ptr [r15+rsi]
	or edi, esi
	mov rsi, rcx
	jmp L21
L22:
	cmp edi, 0x100
	jnb L26
	cmp dword ptr [rsp+0x20], 0x1
	jz L25
	mov rcx, qword ptr [rsp+0x20]
	lea edx, ptr [rcx+0x17]
	and edx, -0x8
	mov esi, dword ptr [r13+0x48]
	lea r11, ptr [rsi+rdx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L33
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rsi], edx
	mov dword ptr [r15+rsi+0x4], 0x202
	mov dword ptr [r15+rsi+0x8], ecx
	mov dword ptr [r15+rsi+0xc], 0x0
	lea edx, ptr [rsi+rdx]
	lea edx, ptr [rdx-0x8]
	mov dword ptr [r15+rdx], 0x0
	mov dword ptr [r15+rdx+0x4], 0x0
	lea edx, ptr [rsi+0x10]
	mov edi, 0x0
	data16 nop
L23:
	cmp edi, dword ptr [rsp+0x20]
	jnb L24
	lea r8d, ptr [rax+2*rdi]
	movzx r8d, word ptr [r15+r8]
	lea ecx, ptr [rdx+rdi]
	mov byte ptr [r15+rcx], r8b
	lea edi, ptr [rdi+0x1]
	jmp L23
L24:
	mov rax, qword ptr [rsp+0x18]
	sub eax, dword ptr [rsp+0x10]
	mov rcx, qword ptr [rsp+0x8]
	sub ecx, eax
	shr ecx, 0x3
	movsxd r11, ecx
	sub r12, r11
	mov rax, rsi
	add rsp, 0x30
	ret
L25:
	lea eax, ptr [rdx+8*rdi]
	mov eax, dword ptr [r15+rax+0x8]
	mov rcx, qword ptr [rsp+0x18]
	sub ecx, dword ptr [rsp+0x10]
	mov rdx, qword ptr [rsp+0x8]
	sub edx, ecx
	shr edx, 0x3
	movsxd r11, edx
	sub r12, r11
	add rsp, 0x30
	ret
L26:
	mov rcx, qword ptr [rsp+0x20]
	shl ecx, 0x1
	lea ecx, ptr [rcx+0x17]
	and ecx, -0x8
	mov edx, dword ptr [r13+0x48]
	lea r11, ptr [rdx+rcx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L33
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdx], ecx
	mov dword ptr [r15+rdx+0x4], 0x3
	mov rsi, qword ptr [rsp+0x20]
	mov qword ptr [rsp], rdx
	mov dword ptr [r15+rdx+0x8], esi
	mov dword ptr [r15+rdx+0xc], 0x0
	lea ecx, ptr [rdx+rcx]
	lea ecx, ptr [rcx-0x8]
	mov dword ptr [r15+rcx], 0x0
	mov dword ptr [r15+rcx+0x4], 0x0
	mov ecx, 0x0
	shl ecx, 0x1
	lea ecx, ptr [rcx+0x10]
	lea ecx, ptr [rdx+rcx]
	test r8d, r8d
	jz L28
	mov edi, 0x0
	nop word ptr [rax+rax], ax
	nop word ptr [rax+rax], ax
L27:
	cmp edi, esi
	jnb L30
	lea r8d, ptr [rax+2*rdi]
	movzx r8d, word ptr [r15+r8]
	lea edx, ptr [rcx+2*rdi]
	mov word ptr [r15+rdx], r8w
	lea edi, ptr [rdi+0x1]
	jmp L27
L28:
	mov edx, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L29:
	cmp edx, esi
	jnb L30
	lea edi, ptr [rax+rdx]
	movzx edi, byte ptr [r15+rdi]
	lea r8d, ptr [rcx+2*rdx]
	mov word ptr [r15+r8], di
	lea edx, ptr [rdx+0x1]
	jmp L29
L30:
	mov rax, qword ptr [rsp+0x18]
	sub eax, dword ptr [rsp+0x10]
	mov rcx, qword ptr [rsp+0x8]
	sub ecx, eax
	shr ecx, 0x3
	movsxd r11, ecx
	sub r12, r11
	mov rax, qword ptr [rsp]
	add rsp, 0x30
	ret
L31:
	mov rax, qword ptr [rsp+0x18]
	sub eax, dword ptr [rsp+0x10]
	mov rcx, qword ptr [rsp+0x8]
	sub ecx, eax
	shr ecx, 0x3
	movsxd r11, ecx
	sub r12, r11
	mov rax, rdi
	add rsp, 0x30
	ret
L32:
	mov eax, 0x0
	add rsp, 0x30
	ret
L33:
	mov eax, 0x0
	add rsp, 0x30
	ret
