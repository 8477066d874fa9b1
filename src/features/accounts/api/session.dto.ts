import { ApiProperty } from '@nestjs/swagger'
import { IsNotEmpty, IsString, MaxLength } from 'class-validator'

export class SignInDto {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  login: string

  @ApiProperty({ format: 'password' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  password: string
}

export class SessionDto {
  @ApiProperty({ description: 'Shown once; for `Authorization: Bearer`' })
  token: string

  @ApiProperty({ format: 'date-time' })
  expiresAt: string
}
