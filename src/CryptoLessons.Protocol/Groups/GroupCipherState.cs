using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.Groups;

/// <summary>All sender keys of one device at one moment: what a phone stores, and what a thief of it gets.</summary>
public sealed class GroupCipherState : IDisposable
{
    internal GroupCipherState(
        IReadOnlyDictionary<Guid, OwnSenderKey> own, IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, SenderKeyRecord>> others) =>
        (Own, Others) = (own, others);

    /// <summary>The device's own sender keys, by distribution, ascending.</summary>
    public IReadOnlyDictionary<Guid, OwnSenderKey> Own { get; }

    /// <summary>What others gave: by the sender's name, in ordinal order, and by distribution, ascending.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<Guid, SenderKeyRecord>> Others { get; }

    /// <summary>The state in the versioned storage format; equal states give equal bytes.</summary>
    public byte[] Save() => SavedState.Save(SavedState.Groups, writer => SavedGroupCipher.Write(writer, this));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="saved">Any bytes.</param>
    /// <param name="state">The state, when the result is true.</param>
    /// <returns>False when the bytes are not exactly what <see cref="Save"/> would write for some state.</returns>
    public static bool TryLoad(ReadOnlySpan<byte> saved, [NotNullWhen(true)] out GroupCipherState? state) =>
        SavedState.TryLoad(SavedState.Groups, saved, SavedGroupCipher.TryRead, loaded => loaded.Save(), out state);

    /// <summary>Wipes every key.</summary>
    public void Dispose()
    {
        foreach (OwnSenderKey key in Own.Values)
            key.Dispose();
        foreach (SenderKeyRecord record in Others.Values.SelectMany(records => records.Values))
            record.Dispose();
    }
}
