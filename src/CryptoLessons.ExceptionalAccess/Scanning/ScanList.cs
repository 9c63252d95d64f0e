using System.Buffers.Binary;
using System.Collections.Frozen;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.ExceptionalAccess.Scanning;

/// <summary>What phones look for before they encrypt: salted hashes of texts and files, perceptual hashes of pictures.</summary>
/// <remarks>
/// A list never changes; <see cref="WithText"/> and its like give another one. The hash of a harmless leaflet looks like any other:
/// nobody who sees the list can tell what is on it. Perceptual hashes stand in it as they are, because nearness cannot be seen
/// through a salt: who extracts the list from a phone can make pictures that collide with it, as was done in August 2021 with a
/// perceptual hash that had been announced that month.
/// </remarks>
public sealed class ScanList
{
    /// <summary>Length of the salt, in bytes.</summary>
    public const int SaltSize = 16;

    // Numbers of the fields in the signed bytes.
    private const int VersionField = 1;
    private const int SaltField = 2;
    private const int ThresholdField = 3;
    private const int ExactField = 4;
    private const int PictureField = 5;

    private readonly byte[] salt;
    private readonly FrozenSet<SaltedHash> exact;
    private readonly PerceptualHash[] pictures;

    /// <summary>An empty list of version 1.</summary>
    /// <param name="threshold">By how many bits a picture's hash may differ from a listed one and still match, 0 to 64.</param>
    /// <param name="random">Where the salt comes from.</param>
    public ScanList(int threshold, RandomSource random)
        : this(version: 1, new byte[SaltSize], threshold, [], [])
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, PerceptualHash.Size);
        random.Fill(salt);
    }

    private ScanList(uint version, byte[] salt, int threshold, IEnumerable<SaltedHash> exact, PerceptualHash[] pictures) =>
        (Version, this.salt, Threshold, this.exact, this.pictures) = (version, salt, threshold, exact.ToFrozenSet(), pictures);

    /// <summary>Counted from 1; a phone takes a list only in place of an older one. Behind <see cref="uint.MaxValue"/> there is none.</summary>
    public uint Version { get; }

    /// <summary>By how many bits a picture's hash may differ from a listed one and still match.</summary>
    public int Threshold { get; }

    /// <summary>What is hashed in front of every text and file: 16 bytes.</summary>
    public ReadOnlySpan<byte> Salt => salt;

    /// <summary>The texts and files, in no order that means anything.</summary>
    public IReadOnlyCollection<SaltedHash> Exact => exact;

    /// <summary>The pictures.</summary>
    public IReadOnlyList<PerceptualHash> Pictures => pictures.AsReadOnly();

    /// <summary>The next version of the list, which looks for a text too.</summary>
    public ScanList WithText(string text) => Next(exact.Append(SaltedHash.OfText(salt, text)), pictures);

    /// <summary>The next version of the list, which looks for a file too, exactly as it is.</summary>
    public ScanList WithFile(ReadOnlySpan<byte> file) => Next(exact.Append(SaltedHash.OfFile(salt, file)), pictures);

    /// <summary>The next version of the list, which looks for a picture too, and for those that look like it.</summary>
    public ScanList WithPicture(PerceptualHash picture) => Next(exact, [.. pictures, picture]);

    /// <summary>Whether the list looks for exactly that text or file.</summary>
    public bool Holds(SaltedHash hash) => exact.Contains(hash);

    /// <summary>The list as it is signed. The hashes are sorted: their order does not say which came last.</summary>
    public byte[] Serialize()
    {
        var list = new WireWriter().Varint(VersionField, Version).Bytes(SaltField, salt).Varint(ThresholdField, (ulong)Threshold);
        foreach (SaltedHash hash in exact.OrderBy(hash => hash.High).ThenBy(hash => hash.Low))
            list.Bytes(ExactField, hash.ToArray());
        Span<byte> bits = stackalloc byte[sizeof(ulong)];
        foreach (PerceptualHash hash in pictures.OrderBy(hash => hash.Bits))
        {
            BinaryPrimitives.WriteUInt64BigEndian(bits, hash.Bits);
            list.Bytes(PictureField, bits);
        }
        return list.ToArray();
    }

    /// <summary>Reads a list; null when the bytes are none.</summary>
    public static ScanList? Parse(ReadOnlySpan<byte> list)
    {
        ulong version = 0, threshold = ulong.MaxValue;
        byte[]? salt = null;
        var exact = new HashSet<SaltedHash>();
        var pictures = new List<PerceptualHash>();
        var reader = new WireReader(list);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type, field.Bytes.Length)
            {
                case (VersionField, WireType.Varint, _): version = field.Value; break;
                case (SaltField, WireType.Bytes, SaltSize): salt = field.Bytes.ToArray(); break;
                case (ThresholdField, WireType.Varint, _): threshold = field.Value; break;
                case (ExactField, WireType.Bytes, SaltedHash.Size): exact.Add(SaltedHash.Read(field.Bytes)); break;
                case (PictureField, WireType.Bytes, sizeof(ulong)): pictures.Add(new(BinaryPrimitives.ReadUInt64BigEndian(field.Bytes))); break;
                default: return null;
            }
        bool whole = !reader.Malformed && version is >= 1 and <= uint.MaxValue && salt is not null && threshold <= PerceptualHash.Size;
        return whole ? new((uint)version, salt!, (int)threshold, exact, [.. pictures]) : null;
    }

    private ScanList Next(IEnumerable<SaltedHash> exact, PerceptualHash[] pictures) => new(checked(Version + 1), salt, Threshold, exact, pictures);
}
