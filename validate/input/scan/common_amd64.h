DATA chars<>+0(SB)/1, $'\n'
DATA chars<>+1(SB)/1, $'\r'
DATA chars<>+2(SB)/1, $'\t'
DATA chars<>+3(SB)/1, $' '
DATA chars<>+4(SB)/1, $0x7f
DATA chars<>+5(SB)/1, $0xc3
DATA chars<>+6(SB)/1, $0xc0
DATA chars<>+7(SB)/1, $0
GLOBL chars<>(SB), RODATA|NOPTR, $8

// JOIN puts the bits of the second 32 bytes of a block above those of the first.
#define JOIN(first, second) \
	SHLQ $32, second \
	ORQ  first, second
