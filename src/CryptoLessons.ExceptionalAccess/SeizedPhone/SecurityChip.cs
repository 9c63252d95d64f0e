using System.Security.Cryptography;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Directory;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.SeizedPhone;

/// <summary>The part of a phone that turns a code into the key of its storage, and erases itself after too many wrong codes.</summary>
/// <remarks>
/// The key follows from the code and a secret that only this chip has, so that a copy of the storage is of no use without the chip.
/// That wrong guesses count is no mathematics but the firmware's doing, and the firmware is whatever the maker signed. A real chip
/// takes a fixed time over each guess; this one takes none, and the time is arithmetic for whoever counts the guesses.
/// </remarks>
public sealed class SecurityChip
{
    /// <summary>How many wrong codes in a row erase the chip.</summary>
    public const int Limit = 10;

    /// <summary>What a guess takes on the phone about which a court was asked in 2016: 80 ms, in hardware.</summary>
    public static readonly TimeSpan TimePerGuess = TimeSpan.FromMilliseconds(80);

    private readonly DhPublicKey maker;
    private readonly bool updatesWhileLocked;
    private readonly byte[] check;
    private HardwareSecret? secret;
    private Firmware firmware = new(1);
    private bool unlocked;

    /// <summary>A new chip with the maker's genuine firmware.</summary>
    /// <param name="code">The code that unlocks it.</param>
    /// <param name="maker">Whose firmware it accepts.</param>
    /// <param name="random">Where its secret comes from.</param>
    /// <param name="updatesWhileLocked">Whether it installs firmware before the right code was typed, as phones did.</param>
    public SecurityChip(Passcode code, DhPublicKey maker, RandomSource random, bool updatesWhileLocked = true)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(maker);
        (this.maker, this.updatesWhileLocked, secret) = (maker, updatesWhileLocked, HardwareSecret.Generate(random));
        using StorageKey key = Derive(secret, code);
        check = Check(key);
    }

    /// <summary>How many wrong codes in a row were counted.</summary>
    public int WrongGuesses { get; private set; }

    /// <summary>Whether the secret is gone, and everything in the storage with it.</summary>
    public bool Erased => secret is null;

    /// <summary>Tries a code.</summary>
    /// <returns>The storage's key; null when the code is wrong, or the chip is erased.</returns>
    public StorageKey? Unlock(Passcode guess)
    {
        ArgumentNullException.ThrowIfNull(guess);
        if (secret is null)
            return null;
        StorageKey key = Derive(secret, guess);
        if (CryptographicOperations.FixedTimeEquals(Check(key), check))
        {
            (WrongGuesses, unlocked) = (0, true);
            return key;
        }
        key.Dispose();
        if (firmware.CountsGuesses && ++WrongGuesses == Limit)
            Erase();
        return null;
    }

    /// <summary>The owner locks the phone, or it runs out of power.</summary>
    public void Lock() => unlocked = false;

    /// <summary>Installs a firmware that the maker signed.</summary>
    /// <param name="signed">Any bytes.</param>
    /// <returns>False when the maker did not sign them, when they are no firmware, or when the chip wants the code first.</returns>
    public bool Install(ReadOnlySpan<byte> signed)
    {
        if (!unlocked && !updatesWhileLocked)
            return false;
        if (SignedAnswer.Open(signed, maker) is not { } bytes || !Firmware.TryParse(bytes, out Firmware? next))
            return false;
        firmware = next;
        return true;
    }

    private static StorageKey Derive(HardwareSecret secret, Passcode code)
    {
        byte[] bytes = Hazmat.Reveal(secret);
        byte[] derived = HMACSHA256.HashData(bytes, code.Typed());
        var key = new StorageKey(derived);
        CryptographicOperations.ZeroMemory(bytes);
        CryptographicOperations.ZeroMemory(derived);
        return key;
    }

    /// <summary>By what the chip knows the right key without keeping it.</summary>
    private static byte[] Check(StorageKey key)
    {
        byte[] bytes = Hazmat.Reveal(key);
        byte[] check = HMACSHA256.HashData(bytes, "CryptoLessons SecurityChip check"u8);
        CryptographicOperations.ZeroMemory(bytes);
        return check;
    }

    private void Erase()
    {
        secret?.Dispose();
        secret = null;
    }
}
