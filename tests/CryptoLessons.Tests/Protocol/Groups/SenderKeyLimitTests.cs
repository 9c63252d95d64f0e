using System.Text;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Groups;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using NUnit.Framework;

namespace CryptoLessons.Tests.Protocol;

/// <summary>How far ahead and how many behind, and that whoever cannot sign makes nobody work.</summary>
[TestFixture]
internal sealed class SenderKeyLimitTests
{
    private static readonly RatchetLimits Small = new(ForwardJump: 7, SkippedSeeds: 3, ReceivingChains: 5);

    /// <summary>A sender at some iteration, who signs whatever number a test wants, and a reader who has the key at iteration 0.</summary>
    private sealed class Chain(RatchetLimits limits)
    {
        private static DhKeyPair Signing => DhKeyPair.FromPrivate(Hex.Repeat(9, 32));

        private static ChainKey ChainKey => new(Hex.Repeat(7, 32));

        public GroupMember Alice { get; } = new("alice");

        public GroupMember Bob { get; } = new("bob", limits);

        /// <summary>Hands over the key, said to be at that iteration.</summary>
        public Chain At(uint iteration)
        {
            Alice.Hands(new SenderKeyDistributionMessage(GroupMember.Garden, 1, iteration, ChainKey, Signing.Public).Serialize(), Bob);
            return this;
        }

        /// <summary>The message that is so many steps behind the key, under a number of one's own choice.</summary>
        public static byte[] Message(int steps, uint iteration, string text) =>
            Signed(iteration, SenderKeySchedule.Encrypt(Seed(steps), Encoding.UTF8.GetBytes(text)));

        public static byte[] Signed(uint iteration, byte[] ciphertext)
        {
            using var signer = new XEdDsaSigner(Signing.Private);
            return SenderKeyMessage.Sign(GroupMember.Garden, 1, iteration, ciphertext, signer, new SeededRandom(1)).Serialize();
        }

        public void Opens(int n) => Bob.Opens(Alice, Message(n, (uint)n, $"{n}"), $"{n}");

        public void Refuses(int n, DecryptFailure failure) => Bob.Refuses(Alice, Message(n, (uint)n, $"{n}"), failure);

        private static MessageSeed Seed(int steps)
        {
            var (ck, seed) = SenderKeySchedule.Step(ChainKey);
            for (int i = 0; i < steps; i++)
                (ck, seed) = SenderKeySchedule.Step(ck);
            return seed;
        }
    }

    [Test]
    public void ByDefaultAJumpOf25000IsTakenAndOneOf25001IsNot()
    {
        Chain chain = new Chain(RatchetLimits.Signal).At(0);
        chain.Refuses(25_001, DecryptFailure.TooFarAhead);
        chain.Opens(25_000);
        chain.Opens(25_001);
        SenderChain kept = chain.Bob.Cipher.Snapshot().Others["alice"][GroupMember.Garden].States[0].Chain;
        Assert.That((kept.SkippedSeeds.Count, kept.SkippedSeeds.Keys.Min(), kept.SkippedSeeds.Keys.Max()), Is.EqualTo((2_000, 23_000u, 24_999u)));
        chain.Refuses(22_999, DecryptFailure.Duplicate);
        chain.Opens(23_000);
    }

    [Test]
    public void ASmallJumpLimitHoldsAgainAndAgain()
    {
        Chain chain = new Chain(Small).At(0);
        for (int next = 0, round = 0; round < 4; round++, next += Small.ForwardJump + 1)
        {
            chain.Refuses(next + Small.ForwardJump + 1, DecryptFailure.TooFarAhead);
            chain.Opens(next + Small.ForwardJump);
        }
    }

    [Test]
    public void SeedsOfSeveralGapsCountTogetherAndTheOldestAreLost()
    {
        Chain chain = new Chain(Small).At(0);
        chain.Opens(2);
        chain.Opens(5);
        chain.Refuses(0, DecryptFailure.Duplicate);
        foreach (int n in (int[])[1, 4, 3])
            chain.Opens(n);
        foreach (int n in (int[])[1, 3, 4, 5])
            chain.Refuses(n, DecryptFailure.Duplicate);
    }

    [Test]
    public void TheLastIndexOfAllIsNeitherSentNorReceived()
    {
        Chain chain = new Chain(RatchetLimits.Signal).At(uint.MaxValue - 1);
        chain.Bob.Refuses(chain.Alice, Chain.Message(1, uint.MaxValue, "one more"), DecryptFailure.TooFarAhead);
        chain.Bob.Opens(chain.Alice, Chain.Message(0, uint.MaxValue - 1, "the last"), "the last");
        chain.Bob.Refuses(chain.Alice, Chain.Message(1, uint.MaxValue, "one more"), DecryptFailure.TooFarAhead);

        using var spent = new OwnSenderKey(1, DhKeyPair.FromPrivate(Hex.Repeat(9, 32)), new(Hex.Repeat(7, 32)), uint.MaxValue);
        Assert.That(() => spent.Encrypt(GroupMember.Garden, [], new SeededRandom(1)), Throws.TypeOf<OverflowException>());
        Assert.That(Hex.Of(spent.ChainKey.Bytes), Is.EqualTo(Hex.Of(Hex.Repeat(7, 32))));
    }

    [TestCase(0, Description = "no block")]
    [TestCase(15)]
    [TestCase(17)]
    [TestCase(16, Description = "padding that does not fit")]
    public void ASendersRubbishInASignedMessageIsRefusedAndTheSlotIsFreeStill(int length)
    {
        Chain chain = new Chain(RatchetLimits.Signal).At(0);
        byte[] rubbish = Hex.Repeat(0xEE, length);
        chain.Bob.Refuses(chain.Alice, Chain.Signed(0, rubbish), DecryptFailure.NotAuthentic);
        chain.Bob.Refuses(chain.Alice, Chain.Signed(20_000, rubbish), DecryptFailure.NotAuthentic);
        chain.Opens(1);
        chain.Bob.Refuses(chain.Alice, Chain.Signed(0, rubbish), DecryptFailure.NotAuthentic);
        chain.Opens(0);
    }

    [Test]
    public void TheSignatureIsCheckedBeforeAnyStep()
    {
        Chain chain = new Chain(RatchetLimits.Signal).At(3);
        foreach (uint iteration in (uint[])[0, 3, 25_003, 25_004, uint.MaxValue])
        {
            byte[] forged = Chain.Message(0, iteration, "forged");
            forged[^1] ^= 1;
            chain.Bob.Refuses(chain.Alice, forged, DecryptFailure.BadSignature);
        }
    }
}
