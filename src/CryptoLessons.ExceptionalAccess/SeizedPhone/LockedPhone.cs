using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.ExceptionalAccess.SeizedPhone;

/// <summary>A phone as it lies in a laboratory: storage that anybody can copy, and a chip that gives its key for the right code.</summary>
public sealed class LockedPhone
{
    /// <summary>A phone with something stored on it, locked.</summary>
    /// <param name="code">The owner's code.</param>
    /// <param name="maker">Whose firmware it accepts.</param>
    /// <param name="contents">What is stored on it, record by record.</param>
    /// <param name="random">Where the chip's secret and the nonces come from.</param>
    /// <param name="updatesWhileLocked">Whether it installs firmware before the right code was typed.</param>
    public LockedPhone(
        Passcode code, DhPublicKey maker, IEnumerable<ReadOnlyMemory<byte>> contents, RandomSource random, bool updatesWhileLocked = true)
    {
        ArgumentNullException.ThrowIfNull(contents);
        Chip = new(code, maker, random, updatesWhileLocked);
        using StorageKey key = Chip.Unlock(code)!;
        Storage = [.. contents.Select(record => (ReadOnlyMemory<byte>)key.Seal(record.Span, random))];
        Chip.Lock();
    }

    /// <summary>The chip, on which codes can be tried.</summary>
    public SecurityChip Chip { get; }

    /// <summary>The storage as it lies there, encrypted.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Storage { get; }

    /// <summary>Types a code and reads.</summary>
    /// <returns>What is stored; null when the chip gives no key.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Read(Passcode code)
    {
        using StorageKey? key = Chip.Unlock(code);
        return key is null ? null : [.. Storage.Select(record => Open(key, record))];
    }

    private static ReadOnlyMemory<byte> Open(StorageKey key, ReadOnlyMemory<byte> record) =>
        key.Open(record.Span) ?? throw new InvalidOperationException("The chip's own key does not open its storage.");
}
