namespace CryptoLessons.Illustrations;

/// <summary>A message in a session, as its sender writes it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="RatchetKey">The sender's ratchet key.</param>
/// <param name="Text">The text under the message's key.</param>
/// <param name="Sender">The sender's identity key.</param>
/// <param name="Recipient">The recipient's.</param>
internal sealed record MessageValues(Value Version, Value RatchetKey, SealedText Text, Value Sender, Value Recipient)
{
    private const string Header = "Double Ratchet rev 1, 3.4; docs/spec/wire.md, Plain message";

    /// <summary>Writes the message.</summary>
    /// <param name="encoder">Where to.</param>
    /// <param name="trailing">The fields behind the ciphertext.</param>
    public AnnotatingWriter Write(AnnotatingWriter encoder, params IEnumerable<(int Number, string Name, Value[] Parts)> trailing)
    {
        encoder.Raw(Version)
            .Bytes(1, "ratchet key", Frames.KeyType, RatchetKey)
            .Varint(2, "counter", 0, "The first message of its chain. Zeros are written too.", Header)
            .Varint(3, "previous counter", 0, "Where the sender's chain before this one ended: there was none. Nobody reads it.", Header)
            .Bytes(4, "ciphertext", Text.Ciphertext);
        foreach (var (number, name, parts) in trailing)
            encoder.Bytes(number, name, parts);
        return encoder.Raw(Text.Mac(Sender, Recipient, encoder.Written));
    }
}
