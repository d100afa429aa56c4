#include "textflag.h"
#include "common_amd64.h"

// ENDS turns the 32 bytes in Y0 into bits: line ends, CR, separators, quotes.
#define ENDS(ends, returns, separators, quotes) \
	VPCMPEQB  Y0, Y3, Y11     \
	VPMOVMSKB Y11, returns    \
	VPCMPEQB  Y0, Y2, Y10     \
	VPOR      Y10, Y11, Y10   \
	VPMOVMSKB Y10, ends       \
	VPCMPEQB  Y0, Y8, Y12     \
	VPMOVMSKB Y12, separators \
	VPCMPEQB  Y0, Y9, Y13     \
	VPMOVMSKB Y13, quotes

#define SEEN     0(DI)
#define LAST     8(DI)
#define ROWS     16(DI)
#define LINES    24(DI)
#define WITHIN   32(DI)
#define OTHER    40(DI)
#define CLOSED   48(DI)
#define RETURNED 56(DI)
#define QUOTING  64(DI)

// func tallyVectors(t *Tally, text *byte, n int, separator, quote byte) (plain int)
TEXT ·tallyVectors(SB), NOSPLIT, $0-40
	MOVQ t+0(FP), DI
	MOVQ text+8(FP), SI
	MOVQ n+16(FP), CX
	MOVQ WITHIN, R13
	MOVQ OTHER, R14
	XORQ $1, R14 // a quote may open
	MOVQ CLOSED, R15
	VPCMPEQB X4, X4, X4
	CMPB ·hasWide(SB), $0
	JNE  tallyWide
	VPBROADCASTB separator+24(FP), Y8
	VPBROADCASTB quote+25(FP), Y9
	VPBROADCASTB chars<>+0(SB), Y2
	VPBROADCASTB chars<>+1(SB), Y3

tallyBlock:
	VMOVDQU 32(SI), Y0
	ENDS(AX, BX, DX, R8)
	VMOVDQU (SI), Y0
	ENDS(R9, R10, R11, R12)
	JOIN(R9, AX)
	JOIN(R10, BX)
	JOIN(R11, DX)
	JOIN(R12, R8)

tallyMarked:
	ANDQ    QUOTING, R8
	VMOVQ   R8, X5
	VPCLMULQDQ $0, X4, X5, X5 // without carries, times all ones: the parity of the bits up to each
	VMOVQ   X5, R9
	XORQ    R13, R9           // within
	MOVQ    DX, R10
	ORQ     AX, R10
	ORQ     R8, R10           // a quote may open behind them
	MOVQ    R8, R11
	ANDQ    R9, R11           // opening
	XORQ    R11, R8           // closing
	LEAQ    (R14)(R10*2), R12
	NOTQ    R12
	ANDQ    R12, R11
	LEAQ    (R15)(R8*2), R12
	MOVQ    R10, DX
	NOTQ    DX
	ANDQ    DX, R12
	ORQ     R12, R11
	JNZ     tallied           // not plain

	MOVQ    R10, R14
	SHRQ    $63, R14
	MOVQ    R8, R15
	SHRQ    $63, R15
	MOVQ    R9, R13
	SARQ    $63, R13
	POPCNTQ AX, R10
	MOVQ    R9, R11
	NOTQ    R11
	ANDQ    AX, R11           // ends without quotes around them
	POPCNTQ R11, R12
	MOVQ    BX, DX
	ORQ     RETURNED, DX
	JNZ     returns

counted:
	ADDQ    R12, ROWS
	ADDQ    R10, LINES
	MOVQ    SEEN, R8
	MOVQ    LAST, DX
	BSRQ    R11, R11
	LEAQ    1(R8)(R11*1), R11
	CMOVQNE R11, DX
	MOVQ    DX, LAST
	ADDQ    $64, R8
	MOVQ    R8, SEEN
	ADDQ    $64, SI
	DECQ    CX
	JZ      tallied
	CMPB    ·hasWide(SB), $0
	JE      tallyBlock
	JMP     tallyWideBlock

tallied:
	MOVQ    R13, WITHIN
	XORQ    $1, R14
	MOVQ    R14, OTHER
	MOVQ    R15, CLOSED
	MOVQ    n+16(FP), AX
	SUBQ    CX, AX
	MOVQ    AX, plain+32(FP)
	VZEROUPPER
	RET

returns: // CRLF is one line end
	MOVQ    RETURNED, DX
	LEAQ    (DX)(BX*2), DX
	MOVQ    BX, R8
	NOTQ    R8
	ANDQ    AX, R8
	ANDQ    DX, R8            // LF behind CR
	SHRQ    $63, BX
	MOVQ    BX, RETURNED
	POPCNTQ R8, DX
	SUBQ    DX, R10
	NOTQ    R9
	ANDQ    R9, R8
	POPCNTQ R8, DX
	SUBQ    DX, R12
	JMP     counted

tallyWide: // the same, 64 bytes at once
	VPBROADCASTB separator+24(FP), Z8
	VPBROADCASTB quote+25(FP), Z9
	VPBROADCASTB chars<>+0(SB), Z2
	VPBROADCASTB chars<>+1(SB), Z3

tallyWideBlock:
	VMOVDQU8 (SI), Z0
	VPCMPEQB Z0, Z2, K1
	VPCMPEQB Z0, Z3, K2
	KORQ     K1, K2, K1
	KMOVQ    K1, AX
	KMOVQ    K2, BX
	VPCMPEQB Z0, Z8, K3
	KMOVQ    K3, DX
	VPCMPEQB Z0, Z9, K4
	KMOVQ    K4, R8
	JMP      tallyMarked
