/* libolm's Double Ratchet: two sessions in one process, one plaintext of 256 bytes to and fro, nothing stored. */
#include "driver.h"
#include <olm/olm.h>
#include <sys/random.h>

enum { PLAINTEXT_SIZE = 256, MESSAGE_SIZE = 1024, RANDOM_SIZE = 64, BATCH = 65536 };

struct message {
    size_t type, size;
    char bytes[MESSAGE_SIZE];
};

static OlmSession *alice, *bob;
static unsigned char plaintext[PLAINTEXT_SIZE];
static struct message batch[BATCH];

static void check(OlmSession *session, size_t result)
{
    if (result == olm_error())
        die("libolm: %s", olm_session_last_error(session));
}

static void *allocate(size_t size)
{
    void *memory = malloc(size);
    return memory ? memory : (die("There is no memory for %zu bytes.", size), NULL);
}

static size_t random_bytes(void *bytes, size_t size)
{
    if (size && getrandom(bytes, size, 0) != (ssize_t)size)
        die("The system gave no random bytes.");
    return size;
}

static void encrypt(OlmSession *from, struct message *message)
{
    unsigned char random[RANDOM_SIZE];
    message->type = olm_encrypt_message_type(from);
    size_t random_size = random_bytes(random, olm_encrypt_random_length(from));
    message->size = olm_encrypt(from, plaintext, PLAINTEXT_SIZE, random, random_size, message->bytes, MESSAGE_SIZE);
    check(from, message->size);
}

/* Destroys the message: libolm decodes where it stands. */
static void decrypt(OlmSession *to, struct message *message)
{
    unsigned char opened[MESSAGE_SIZE];
    size_t size = olm_decrypt(to, message->type, message->bytes, message->size, opened, sizeof opened);
    check(to, size);
    if (size != PLAINTEXT_SIZE || memcmp(opened, plaintext, PLAINTEXT_SIZE))
        die("libolm opened a message to something else than was sent.");
}

static double run_in_batches(long count, int measure_encryption)
{
    double time = 0;
    for (long done = 0; done < count;) {
        long size = count - done < BATCH ? count - done : BATCH;
        double start = now();
        for (long i = 0; i < size; i++)
            encrypt(alice, &batch[i]);
        double middle = now();
        for (long i = 0; i < size; i++)
            decrypt(bob, &batch[i]);
        time += measure_encryption ? middle - start : now() - middle;
        done += size;
    }
    return time;
}

static double run_encrypt(long count) { return run_in_batches(count, 1); }

static double run_decrypt(long count) { return run_in_batches(count, 0); }

/* Two messages, and a Diffie-Hellman step at each end. */
static double run_round(long count)
{
    double start = now();
    for (long i = 0; i < count; i++) {
        encrypt(bob, &batch[0]);
        decrypt(alice, &batch[0]);
        encrypt(alice, &batch[0]);
        decrypt(bob, &batch[0]);
    }
    return now() - start;
}

static OlmAccount *account(void)
{
    OlmAccount *account = olm_account(allocate(olm_account_size()));
    size_t size = olm_create_account_random_length(account);
    void *random = allocate(size);
    random_bytes(random, size);
    if (olm_create_account(account, random, size) == olm_error())
        die("libolm: %s", olm_account_last_error(account));
    free(random);
    return account;
}

/* The value of a member of the small flat JSON that libolm writes its keys in; 43 characters, which is a key in base64. */
static const char *key_in(const char *json, const char *member)
{
    enum { KEY_LENGTH = 43 };
    const char *at = strstr(json, member);
    at = at ? strchr(at + strlen(member), ':') : NULL;
    at = at ? strchr(at, '"') : NULL;
    if (!at || strlen(at + 1) < KEY_LENGTH)
        die("libolm wrote its keys in another form.");
    return at + 1;
}

static void open_sessions(void)
{
    enum { KEY_LENGTH = 43 };
    OlmAccount *initiator = account(), *responder = account();
    size_t random_size = olm_account_generate_one_time_keys_random_length(responder, 1);
    void *random = allocate(random_size);
    random_bytes(random, random_size);
    if (olm_account_generate_one_time_keys(responder, 1, random, random_size) == olm_error())
        die("libolm: %s", olm_account_last_error(responder));
    size_t identity_size = olm_account_identity_keys_length(responder), one_time_size = olm_account_one_time_keys_length(responder);
    char *identity = allocate(identity_size + 1), *one_time = allocate(one_time_size + 1);
    olm_account_identity_keys(responder, identity, identity_size);
    olm_account_one_time_keys(responder, one_time, one_time_size);
    identity[identity_size] = one_time[one_time_size] = '\0';
    const char *one_time_keys = strchr(one_time + 1, '{');
    if (!one_time_keys)
        die("libolm wrote its keys in another form.");

    alice = olm_session(allocate(olm_session_size()));
    bob = olm_session(allocate(olm_session_size()));
    size_t session_random_size = olm_create_outbound_session_random_length(alice);
    void *session_random = allocate(session_random_size);
    random_bytes(session_random, session_random_size);
    check(alice, olm_create_outbound_session(alice, initiator, key_in(identity, "curve25519"), KEY_LENGTH,
        key_in(one_time_keys, "\""), KEY_LENGTH, session_random, session_random_size));
    struct message first, copy;
    encrypt(alice, &first);
    copy = first;
    check(bob, olm_create_inbound_session(bob, responder, copy.bytes, copy.size));
    decrypt(bob, &first);
    /* Once Bob has answered, messages are plain ones; with one more from Alice, her chain is known to Bob. */
    run_round(1);
}

int main(void)
{
    static const struct operation operations[] = {
        {"encrypt", run_encrypt}, {"decrypt", run_decrypt}, {"round", run_round}, {NULL, NULL}};
    char greeting[64];
    unsigned char major, minor, patch;
    for (int i = 0; i < PLAINTEXT_SIZE; i++)
        plaintext[i] = (unsigned char)i;
    open_sessions();
    olm_get_library_version(&major, &minor, &patch);
    snprintf(greeting, sizeof greeting, "libolm %d.%d.%d", major, minor, patch);
    return serve(greeting, operations);
}
