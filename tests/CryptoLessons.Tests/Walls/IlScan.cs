using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CryptoLessons.Tests.Walls;

/// <summary>Reads the instructions of a built assembly: whatever a source file says, this is what runs.</summary>
internal static class IlScan
{
    private const byte TwoByteOpcode = 0xFE;

    private static readonly Dictionary<int, OpCode> Opcodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(opcode => (int)unchecked((ushort)opcode.Value));

    /// <summary>The types of an assembly, nested ones as the type they lie in, whose code mentions a type or a member of it.</summary>
    /// <param name="assembly">Path of the assembly.</param>
    /// <param name="mentioned">Full name of the type.</param>
    public static IReadOnlyList<string> TypesThatMention(string assembly, string mentioned)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        MetadataReader reader = file.GetMetadataReader();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (MethodDefinition method in reader.MethodDefinitions.Select(reader.GetMethodDefinition))
        {
            // Abstract methods have no body.
            if (method.RelativeVirtualAddress == 0)
                continue;
            BlobReader il = file.GetMethodBody(method.RelativeVirtualAddress).GetILReader();
            if (Tokens(il).Any(token => TypeOf(reader, MetadataTokens.EntityHandle(token)) == mentioned))
                found.Add(Outermost(reader, method.GetDeclaringType()));
        }
        found.Remove(mentioned);
        return [.. found];
    }

    /// <summary>Every metadata token in a method's instructions.</summary>
    private static List<int> Tokens(BlobReader il)
    {
        var tokens = new List<int>();
        while (il.RemainingBytes > 0)
        {
            int code = il.ReadByte();
            if (code == TwoByteOpcode)
                code = TwoByteOpcode << 8 | il.ReadByte();
            switch (Opcodes[code].OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    tokens.Add(il.ReadInt32());
                    break;
                case OperandType.InlineSwitch:
                    int targets = il.ReadInt32();
                    il.Offset += sizeof(int) * targets;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    il.Offset += sizeof(long);
                    break;
                case OperandType.InlineVar:
                    il.Offset += sizeof(short);
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    il.Offset += sizeof(byte);
                    break;
                case OperandType.InlineNone:
                    break;
                default:
                    il.Offset += sizeof(int);
                    break;
            }
        }
        return tokens;
    }

    /// <summary>The type that a token names, or whose member it names.</summary>
    private static string? TypeOf(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => FullName(reader, (TypeReferenceHandle)handle),
        HandleKind.TypeDefinition => Outermost(reader, (TypeDefinitionHandle)handle),
        HandleKind.MemberReference => TypeOf(reader, reader.GetMemberReference((MemberReferenceHandle)handle).Parent),
        HandleKind.MethodDefinition => Outermost(reader, reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()),
        HandleKind.FieldDefinition => Outermost(reader, reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()),
        HandleKind.MethodSpecification => TypeOf(reader, reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method),
        _ => null,
    };

    private static string FullName(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    private static string Outermost(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return type.IsNested ? Outermost(reader, type.GetDeclaringType()) : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
