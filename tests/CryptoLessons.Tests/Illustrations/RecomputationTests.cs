using CryptoLessons.Illustrations;
using CryptoLessons.Protocol.Sessions;
using CryptoLessons.Tests.SamplePrograms;
using NUnit.Framework;

namespace CryptoLessons.Tests.Illustrations;

/// <summary>Each printed program, compiled as somebody does who has the package, prints the bytes that it stands beside.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class RecomputationTests
{
    private static IEnumerable<Profile> Profiles => Profile.All;

    [TestCaseSource(nameof(Profiles))]
    public void EveryProgramPrintsItsValue(Profile profile)
    {
        Value[] values = [.. Illustrated.Values(profile)];
        Assert.That(values, Has.Length.GreaterThan(60));
        // Each in a block of its own: they call their values by the same names.
        string program = string.Join('\n', Illustration.Usings) + "\n" + string.Concat(values.Select(value => $"{{\n{value.Program}\n}}\n"));
        string[] printed = SampleProgram.Run($"Recomputation-{profile}", program).TrimEnd('\n').Split('\n');
        Assert.That(printed, Is.EqualTo(values.Select(value => value.Hex)));
    }

    [Test]
    public void AProgramHoldsNothingButItsInputsAndItsExpression()
    {
        Value value = Illustrated.Values(Profile.X3dh).First(value => value.Name == "Bob's identity key IK_B");
        Assert.That(value.Program, Is.EqualTo(
            $"byte[] privateKey = Convert.FromHexString(\"{value.Inputs[0].Value.Hex}\");\n"
            + "Console.WriteLine(Convert.ToHexStringLower(DhKeyPair.FromPrivate(privateKey).Public.U.ToArray()));"));
    }
}
