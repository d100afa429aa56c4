#include "textflag.h"

DATA chars<>+0(SB)/1, $'\n'
DATA chars<>+1(SB)/1, $'\r'
DATA chars<>+2(SB)/1, $'\t'
DATA chars<>+3(SB)/1, $' '
DATA chars<>+4(SB)/1, $0x7f
DATA chars<>+5(SB)/1, $0xc3
DATA chars<>+6(SB)/1, $0xc0
DATA chars<>+7(SB)/1, $0
GLOBL chars<>(SB), RODATA|NOPTR, $8

// MARK turns the 32 bytes in Y0 into the bits of Marks, Odd, Lead and Next.
// A byte beyond ASCII is negative, so that it is less than a space.
#define MARK(marks, odd, lead, next) \
	VPCMPEQB  Y0, Y2, Y10   \ // LF
	VPCMPEQB  Y0, Y3, Y11   \ // CR
	VPOR      Y10, Y11, Y10 \
	VPCMPEQB  Y0, Y4, Y11   \ // TAB
	VPOR      Y10, Y11, Y11 \
	VPCMPGTB  Y0, Y5, Y12   \ // less than a space
	VPANDN    Y12, Y11, Y11 \
	VPCMPEQB  Y0, Y6, Y12   \ // DEL
	VPOR      Y11, Y12, Y11 \
	VPMOVMSKB Y11, odd      \
	VPCMPEQB  Y0, Y8, Y11   \ // the two that were asked for
	VPCMPEQB  Y0, Y9, Y12   \
	VPOR      Y10, Y11, Y10 \
	VPOR      Y10, Y12, Y10 \
	VPMOVMSKB Y10, marks    \
	VPCMPEQB  Y0, Y7, Y10   \ // 0xC3
	VPMOVMSKB Y10, lead     \
	VPCMPGTB  Y0, Y1, Y10   \ // less than 0xC0
	VPMOVMSKB Y10, next

// func vectors(out *Block, text *byte, n int, a, b byte)
TEXT ·vectors(SB), NOSPLIT, $0-26
	MOVQ out+0(FP), DI
	MOVQ text+8(FP), SI
	MOVQ n+16(FP), CX
	VPBROADCASTB a+24(FP), Y8
	VPBROADCASTB b+25(FP), Y9
	VPBROADCASTB chars<>+0(SB), Y2
	VPBROADCASTB chars<>+1(SB), Y3
	VPBROADCASTB chars<>+2(SB), Y4
	VPBROADCASTB chars<>+3(SB), Y5
	VPBROADCASTB chars<>+4(SB), Y6
	VPBROADCASTB chars<>+5(SB), Y7
	VPBROADCASTB chars<>+6(SB), Y1

block:
	TESTQ   CX, CX
	JZ      done
	VMOVDQU 32(SI), Y0
	MARK(AX, BX, DX, R8)
	VMOVDQU (SI), Y0
	MARK(R9, R10, R11, R12)
	SHLQ    $32, AX
	ORQ     R9, AX
	MOVQ    AX, (DI)
	SHLQ    $32, BX
	ORQ     R10, BX
	MOVQ    BX, 8(DI)
	SHLQ    $32, DX
	ORQ     R11, DX
	MOVQ    DX, 16(DI)
	SHLQ    $32, R8
	ORQ     R12, R8
	MOVQ    R8, 24(DI)
	ADDQ    $64, SI
	ADDQ    $32, DI
	DECQ    CX
	JMP     block

done:
	VZEROUPPER
	RET
