namespace CryptoLessons.Tests.Attacks;

/// <summary>One message of a ratchet on the wire.</summary>
/// <param name="Chain">Number of its chain.</param>
/// <param name="Index">Its index in the chain.</param>
/// <param name="Bytes">The whole message.</param>
/// <param name="Ad">Both identity keys, sender first.</param>
internal sealed record WireMessage(int Chain, uint Index, byte[] Bytes, byte[] Ad);
