/* OpenSSL's X25519: the keys are parsed and the context is set up beforehand, and everything is warm. */
#include "driver.h"
#include <openssl/crypto.h>
#include <openssl/evp.h>

enum { KEY_SIZE = 32 };

/* RFC 7748, section 6.1: Alice's private key, Bob's public key, and what they agree on. */
static const unsigned char private_key[KEY_SIZE] = {
    0x77, 0x07, 0x6d, 0x0a, 0x73, 0x18, 0xa5, 0x7d, 0x3c, 0x16, 0xc1, 0x72, 0x51, 0xb2, 0x66, 0x45,
    0xdf, 0x4c, 0x2f, 0x87, 0xeb, 0xc0, 0x99, 0x2a, 0xb1, 0x77, 0xfb, 0xa5, 0x1d, 0xb9, 0x2c, 0x2a};
static const unsigned char public_key[KEY_SIZE] = {
    0xde, 0x9e, 0xdb, 0x7d, 0x7b, 0x7d, 0xc1, 0xb4, 0xd3, 0x5b, 0x61, 0xc2, 0xec, 0xe4, 0x35, 0x37,
    0x3f, 0x83, 0x43, 0xc8, 0x5b, 0x78, 0x67, 0x4d, 0xad, 0xfc, 0x7e, 0x14, 0x6f, 0x88, 0x2b, 0x4f};
static const unsigned char agreed[KEY_SIZE] = {
    0x4a, 0x5d, 0x9d, 0x5b, 0xa4, 0xce, 0x2d, 0xe1, 0x72, 0x8e, 0x3b, 0xf4, 0x80, 0x35, 0x0f, 0x25,
    0xe0, 0x7e, 0x21, 0xc9, 0x47, 0xd1, 0x9e, 0x33, 0x76, 0xf0, 0x9b, 0x3c, 0x1e, 0x16, 0x17, 0x42};

static EVP_PKEY_CTX *agreement, *generation;

static double derive(long count)
{
    unsigned char secret[KEY_SIZE];
    size_t size = sizeof secret;
    double start = now();
    for (long i = 0; i < count; i++)
        if (EVP_PKEY_derive(agreement, secret, &size) != 1)
            die("OpenSSL did not agree.");
    double time = now() - start;
    if (size != sizeof secret || memcmp(secret, agreed, sizeof secret))
        die("OpenSSL agreed on something else than RFC 7748.");
    return time;
}

static double generate(long count)
{
    double start = now();
    for (long i = 0; i < count; i++) {
        EVP_PKEY *pair = NULL;
        if (EVP_PKEY_keygen(generation, &pair) != 1)
            die("OpenSSL made no key pair.");
        EVP_PKEY_free(pair);
    }
    return now() - start;
}

int main(void)
{
    static const struct operation operations[] = {{"x25519", derive}, {"key-pair", generate}, {NULL, NULL}};
    EVP_PKEY *own = EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, NULL, private_key, KEY_SIZE);
    EVP_PKEY *their = EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, NULL, public_key, KEY_SIZE);
    agreement = EVP_PKEY_CTX_new(own, NULL);
    generation = EVP_PKEY_CTX_new_id(EVP_PKEY_X25519, NULL);
    if (!own || !their || !agreement || !generation || EVP_PKEY_derive_init(agreement) != 1
        || EVP_PKEY_derive_set_peer(agreement, their) != 1 || EVP_PKEY_keygen_init(generation) != 1)
        die("OpenSSL did not take the keys.");
    char greeting[64];
    snprintf(greeting, sizeof greeting, "OpenSSL %s", OpenSSL_version(OPENSSL_VERSION_STRING));
    return serve(greeting, operations);
}
