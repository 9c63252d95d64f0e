using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.Protocol.Wire;

/// <summary>The storage format: <c>"CL" || kind || version || protobuf fields</c>, one encoding for each state.</summary>
/// <remarks>The keys stand in it as they are: a phone that wants them encrypted at rest encrypts the whole.</remarks>
internal static class SavedState
{
    public const byte Ratchet = (byte)'R';
    public const byte Session = (byte)'S';
    public const byte Device = (byte)'D';
    public const byte Groups = (byte)'G';
    public const byte Spqr = (byte)'Q';

    /// <summary>Counts up when the fields change their meaning; a loader refuses versions that it does not know.</summary>
    private const byte Version = 2;

    public delegate bool Reader<T>(ReadOnlySpan<byte> fields, [NotNullWhen(true)] out T? state)
        where T : class, IDisposable;

    public static byte[] Save(byte kind, Action<WireWriter> write)
    {
        var writer = new WireWriter().Raw((byte)'C', (byte)'L', kind, Version);
        write(writer);
        return writer.ToArray();
    }

    /// <summary>Loads, saves again and compares: whatever would be read in two ways, or not be read at all, is refused.</summary>
    public static bool TryLoad<T>(byte kind, ReadOnlySpan<byte> saved, Reader<T> read, Func<T, byte[]> save, [NotNullWhen(true)] out T? state)
        where T : class, IDisposable
    {
        state = null;
        if (saved is not [(byte)'C', (byte)'L', var savedKind, Version, .. var fields] || savedKind != kind || !read(fields, out T? loaded))
            return false;
        if (!saved.SequenceEqual(save(loaded)))
        {
            loaded.Dispose();
            return false;
        }
        state = loaded;
        return true;
    }

    /// <summary>The fields of an embedded message.</summary>
    public static byte[] Fields(Action<WireWriter> write)
    {
        var writer = new WireWriter();
        write(writer);
        return writer.ToArray();
    }

    public static DhPublicKey? PublicKey(WireField field) => field.Bytes.Length == DhPublicKey.Size ? new(field.Bytes) : null;

    /// <summary>A moment in milliseconds since 1970, UTC; null outside the years 1 to 9999.</summary>
    public static DateTimeOffset? Time(WireField field)
    {
        long milliseconds = unchecked((long)field.Value);
        bool known = milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        return known ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    public static DhKeyPair? KeyPair(WireField field) => field.Bytes.Length == Secret.Size ? DhKeyPair.FromPrivate(field.Bytes) : null;
}
