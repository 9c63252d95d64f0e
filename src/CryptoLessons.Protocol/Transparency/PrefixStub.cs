namespace CryptoLessons.Protocol.Transparency;

/// <summary>A subtree of which only the hash is known: what an <see cref="AppendProof"/> leaves out because nothing changed in it.</summary>
internal sealed class PrefixStub(TreeHash hash) : PrefixNode(hash);
