using System.Diagnostics;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using CryptoLessons.Adversary;
using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;
using NUnit.Framework;

namespace CryptoLessons.Tests.Walls;

/// <summary>A secret that is printed, logged or serialized by mistake shows its kind and its length, and no byte.</summary>
public class SecretPrintingTests
{
    // No byte occurs twice, and none is below 100, so that a number or a pair of digits cannot stand there by chance.
    private static readonly byte[] Pattern = [.. Enumerable.Range(0, Secret.Size).Select(i => (byte)(200 - 3 * i))];
    private static readonly byte[] Other = [.. Pattern.Reverse()];

    /// <summary>What a secret tells of itself, since everybody may know it: the number of a share says who holds it, and nothing of what it is.</summary>
    private static readonly Dictionary<Type, string[]> Harmless = new() { [typeof(DhKeyShare)] = [nameof(DhKeyShare.Index)] };

    private static IEnumerable<Type> Kinds => House.Storeys.SelectMany(storey => House.Load(storey).GetTypes())
        .Where(type => type.IsSubclassOf(typeof(Secret)) && !type.IsAbstract);

    [Test]
    public void TheKindsOfSecretAreFound() => Assert.That(Kinds, Is.SupersetOf((Type[])[
        typeof(RootKey), typeof(ChainKey), typeof(MessageSeed), typeof(MessageKey), typeof(SharedSecret), typeof(DhPrivateKey)]));

    [TestCaseSource(nameof(Kinds))]
    public void PrintsItsKindAndLengthOnly(Type kind)
    {
        using Secret secret = Make(kind, Pattern);
        using Secret other = Make(kind, Other);
        Assert.That(Hazmat.Reveal(secret), Is.Not.EqualTo(Hazmat.Reveal(other)), "two secrets, not one");
        Assert.That(secret.ToString(), Is.EqualTo($"{kind.Name}(secret, 32 bytes)").And.EqualTo(other.ToString()));
        Assert.That(Traces(secret, string.Create(CultureInfo.InvariantCulture, $"{secret}|{secret:X}")), Is.Empty);
    }

    [TestCaseSource(nameof(Kinds))]
    public void HasNothingThatASerializerWouldWrite(Type kind)
    {
        string[] known = Harmless.GetValueOrDefault(kind, []);
        Assert.That(kind.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.Name), Is.EquivalentTo(known));
        Assert.That(kind.GetFields(BindingFlags.Instance | BindingFlags.Public), Is.Empty);
    }

    [TestCaseSource(nameof(Kinds))]
    public void HasNoWayOfItsOwnToBeShownInADebugger(Type kind) =>
        Assert.That(kind.GetCustomAttributes().Select(attribute => attribute.GetType()),
            Has.None.EqualTo(typeof(DebuggerDisplayAttribute)).And.None.EqualTo(typeof(DebuggerTypeProxyAttribute)));

    [Test]
    public void WhatHoldsSecretsPrintsNone()
    {
        using var pair = DhKeyPair.FromPrivate(Pattern);
        using var secret = new SessionSecret(new RootKey(Pattern), new ChainKey(Pattern));
        object[] holders =
        [
            pair, secret, new PreKey(7, pair), new AuthorityKeyLoot(pair), new ReceivingChain(pair.Public, new ChainKey(Pattern)),
            new EpochKey(1, pair), new WholeKeyCustody(pair), (AuthorityKey)pair, new ConsoleLoot(pair, [], []), new DirectoryKeyLoot(pair), new UpdateKeyLoot(pair), new VersionKeyLoot(pair), new ListKeyLoot(pair),
            new SecretChatState(new Dictionary<uint, SecretChatKey> { [0] = new(Pattern) }, 0, 0, pair, null), new SecretChat(new SecretChatKey(Pattern), new SeededRandom(1)),
        ];
        foreach (object holder in holders)
            Assert.That(Traces(secret.RootKey, holder.ToString()!), Is.Empty, holder.GetType().Name);
    }

    [Test]
    public void TheSearchFindsEachForm()
    {
        using var secret = new RootKey(Pattern);
        byte[] bytes = Hazmat.Reveal(secret);
        string[] printed =
        [
            Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes), BitConverter.ToString(bytes),
            string.Join(", ", bytes), string.Join(' ', bytes), Convert.ToBase64String(bytes),
        ];
        foreach (string form in printed)
            Assert.That(Traces(secret, form), Is.Not.Empty, form);
    }

    /// <summary>What of a secret stands in a text: any two neighbouring bytes in hexadecimal or decimal, any three in base 64.</summary>
    private static List<string> Traces(Secret secret, string text)
    {
        byte[] bytes = Hazmat.Reveal(secret);
        var forms = new List<string>();
        for (int i = 0; i + 1 < bytes.Length; i++)
            foreach (string separator in (string[])["", "-", " ", ",", ", ", ":"])
            {
                forms.Add(string.Create(CultureInfo.InvariantCulture, $"{bytes[i]:X2}{separator}{bytes[i + 1]:X2}"));
                forms.Add(string.Create(CultureInfo.InvariantCulture, $"{bytes[i]}{separator}{bytes[i + 1]}"));
            }
        for (int i = 0; i + 2 < bytes.Length; i += 3)
            forms.Add(Convert.ToBase64String(bytes, i, 3));
        return [.. forms.Where(form => text.Contains(form, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>A secret of a kind, by its constructor that takes bytes, at most a number before them: a span cannot be handed over by
    /// reflection, a compiled call can.</summary>
    private static Secret Make(Type kind, byte[] bytes)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        ParameterExpression array = Expression.Parameter(typeof(byte[]));
        Expression span = Expression.Convert(array, typeof(ReadOnlySpan<byte>));
        NewExpression made = kind.GetConstructor(Any, [typeof(ReadOnlySpan<byte>)]) is { } plain ? Expression.New(plain, span)
            : kind.GetConstructor(Any, [typeof(uint), typeof(ReadOnlySpan<byte>)]) is { } numbered ? Expression.New(numbered, Expression.Constant(7u), span)
            : throw new InvalidOperationException($"{kind.Name} has no constructor that takes bytes.");
        return Expression.Lambda<Func<byte[], Secret>>(made, array).Compile()(bytes);
    }
}
