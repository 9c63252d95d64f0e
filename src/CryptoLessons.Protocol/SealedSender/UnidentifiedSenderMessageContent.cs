using System.Diagnostics.CodeAnalysis;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Protocol.Wire;

namespace CryptoLessons.Protocol.SealedSender;

/// <summary>What is inside a sealed message: a ciphertext message, and who sent it.</summary>
/// <remarks>Fields: 1 type, 2 the sender's certificate, 3 content, 4 content hint, 5 group id; 4 and 5 are left out when there is none.</remarks>
/// <param name="Type">Which layout <paramref name="Content"/> has.</param>
/// <param name="Sender">The sender's certificate.</param>
/// <param name="Content">A whole ciphertext message.</param>
/// <param name="Hint">What to do when it cannot be opened.</param>
/// <param name="GroupId">Which group it belongs to; empty for none.</param>
public sealed record UnidentifiedSenderMessageContent(
    SealedContentType Type,
    SenderCertificate Sender,
    ReadOnlyMemory<byte> Content,
    ContentHint Hint = ContentHint.Default,
    ReadOnlyMemory<byte> GroupId = default)
{
    private const int TypeField = 1;
    private const int SenderField = 2;
    private const int ContentField = 3;
    private const int HintField = 4;
    private const int GroupIdField = 5;

    /// <summary>The content as a ciphertext message; null when it is unencrypted.</summary>
    public CiphertextMessage? Message => Type switch
    {
        SealedContentType.PreKey => new(CiphertextType.PreKey, Content),
        SealedContentType.Plain => new(CiphertextType.Plain, Content),
        SealedContentType.SenderKey => new(CiphertextType.SenderKey, Content),
        _ => null,
    };

    /// <summary>A ciphertext message as content.</summary>
    /// <param name="message">What a device encrypted.</param>
    /// <param name="sender">The sender's certificate.</param>
    public static UnidentifiedSenderMessageContent Of(CiphertextMessage message, SenderCertificate sender) => new(TypeOf(message.Type), sender, message.Bytes);

    /// <summary>The content as it is encrypted, fields ascending.</summary>
    public byte[] Serialize()
    {
        WireWriter writer = new WireWriter()
            .Varint(TypeField, (ulong)Type)
            .Bytes(SenderField, Sender.Serialize())
            .Bytes(ContentField, Content.Span)
            .Varint(HintField, Hint == ContentHint.Default ? null : unchecked((ulong)Hint));
        return (GroupId.IsEmpty ? writer : writer.Bytes(GroupIdField, GroupId.Span)).ToArray();
    }

    /// <summary>Reads a content; any order and unknown fields are accepted, the last of several counts. The certificate is not verified.</summary>
    /// <returns>False when the bytes are not such a content.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out UnidentifiedSenderMessageContent? content)
    {
        content = null;
        SealedContentType type = default;
        ContentHint hint = default;
        ReadOnlySpan<byte> senderBytes = [];
        byte[]? message = null;
        byte[] groupId = [];
        var reader = new WireReader(bytes);
        while (reader.Next(out WireField field))
            switch (field.Number, field.Type)
            {
                case (TypeField, WireType.Varint): type = (SealedContentType)unchecked((int)field.Value); break;
                case (SenderField, WireType.Bytes): senderBytes = field.Bytes; break;
                case (ContentField, WireType.Bytes): message = field.Bytes.ToArray(); break;
                case (HintField, WireType.Varint): hint = (ContentHint)unchecked((int)field.Value); break;
                case (GroupIdField, WireType.Bytes): groupId = field.Bytes.ToArray(); break;
                case ( >= TypeField and <= GroupIdField, _): return false;
            }
        if (reader.Malformed || !Enum.IsDefined(type) || message is null || !SenderCertificate.TryParse(senderBytes, out SenderCertificate? sender))
            return false;
        content = new(type, sender, message, hint, groupId);
        return true;
    }

    private static SealedContentType TypeOf(CiphertextType type) => type switch
    {
        CiphertextType.PreKey => SealedContentType.PreKey,
        CiphertextType.Plain => SealedContentType.Plain,
        CiphertextType.SenderKey => SealedContentType.SenderKey,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type of message."),
    };
}
