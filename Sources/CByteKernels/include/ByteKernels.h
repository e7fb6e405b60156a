#ifndef KEYSHIFT_BYTE_KERNELS_H
#define KEYSHIFT_BYTE_KERNELS_H
#include <stddef.h>
#include <stdint.h>
#endif
