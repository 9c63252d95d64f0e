namespace CryptoLessons.Tests.Differences.Greetings;

/// <summary>Fills in the same otherwise, and one function alone.</summary>
internal sealed class SirGreeting(Greeting inner) : TitledGreeting(inner)
{
    public override string Stop() => "!";

    protected override string Title(string name) => $"Sir {name}";
}
