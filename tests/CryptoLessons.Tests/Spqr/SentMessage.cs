using CryptoLessons.Protocol.Spqr;

namespace CryptoLessons.Tests.Spqr;

/// <summary>A message on its way, and a copy of its key.</summary>
internal sealed record SentMessage(byte[] Bytes, byte[]? Key)
{
    public SpqrMessage Parsed =>
        SpqrMessage.TryParse(Bytes, out SpqrMessage? message) ? message : throw new InvalidOperationException("not a message");
}
